package import CatalogModel
import YAMLLite

/// Applies the fixes that diagnostics bring, again and again until none is left.
package enum CatalogFixer {
    /// What fixing gave.
    package struct Outcome: Sendable {
        /// The files, fixed as far as they could be.
        package var sources: [CatalogSource]
        /// What was fixed, in the order of rounds, files and lines; places are those before the round.
        package var fixed: [Diagnostic]
        /// What was not fixed, for then a file could not be read any more, or the catalog would have errors that it had not.
        package var refused: [Diagnostic]
        /// What is left.
        package var result: CheckResult
    }

    /// How many rounds there are at most. One fix may bring to light what another one can put right.
    private static let maximumRounds = 10

    /// How many fixes of one file are tried one by one at most, to find the one that breaks it.
    private static let maximumTrials = 100

    /// Fixes the files of a catalog in memory.
    ///
    /// In every round all fixes that do not overlap are applied together. A file that could be parsed before a round and not behind
    /// it stays as it was, and so does a catalog that had no errors and would have some; the next round does without the fixes
    /// that did it.
    package static func fix(_ sources: [CatalogSource], with checker: CatalogChecker) -> Outcome {
        var outcome = Outcome(sources: sources, fixed: [], refused: [], result: checker.check(sources))
        var refused: Set<Diagnostic.Fix> = []
        for _ in 0..<maximumRounds {
            let chosen = choose(outcome.result.diagnostics, refusing: refused)
            if chosen.isEmpty { break }
            let fixes = Dictionary(grouping: chosen.compactMap(\.fix), by: \.path)
            var next = outcome.sources
            var broken: Set<Diagnostic.Fix> = []
            for index in next.indices {
                guard let fixes = fixes[next[index].path] else { continue }
                let fixed = apply(fixes, to: next[index])
                if isReadable(next[index]), !isReadable(fixed) {
                    broken.formUnion(breaking(fixes, next[index]))
                } else {
                    next[index] = fixed
                }
            }
            var result = outcome.result
            if broken.isEmpty {
                result = checker.check(next)
                if outcome.result.catalog != nil, result.catalog == nil {
                    broken.formUnion(chosen.compactMap(\.fix))
                }
            }
            guard broken.isEmpty else {
                refused.formUnion(broken)
                outcome.refused += chosen.filter { $0.fix.map(broken.contains) ?? false }
                continue
            }
            // What was refused stands elsewhere now; whether it is still in the way is found out again.
            refused = []
            outcome.refused = []
            outcome.sources = next
            outcome.result = result
            outcome.fixed += chosen
        }
        return outcome
    }

    /// The diagnostics whose fixes can be applied together, by file and place.
    private static func choose(
        _ diagnostics: [Diagnostic], refusing refused: Set<Diagnostic.Fix>
    ) -> [Diagnostic] {
        var end: [String: Int] = [:]
        return diagnostics.filter { $0.fix.map { !refused.contains($0) } ?? false }
            .enumerated().sorted { first, second in
                guard let one = first.element.fix, let other = second.element.fix else { return false }
                return (one.path, one.range.lowerBound, first.offset)
                    < (other.path, other.range.lowerBound, second.offset)
            }
            .map(\.element)
            .filter { diagnostic in
                guard let fix = diagnostic.fix else { return false }
                // Two that touch may want to write at the same place; the second waits for the next round.
                if let end = end[fix.path], fix.range.lowerBound <= end { return false }
                end[fix.path] = fix.range.upperBound
                return true
            }
    }

    /// The file with fixes applied, which are in order and do not overlap.
    private static func apply(_ fixes: [Diagnostic.Fix], to source: CatalogSource) -> CatalogSource {
        let bytes = source.bytes
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        for fix in fixes where fix.range.lowerBound >= index && fix.range.upperBound <= bytes.count {
            result += bytes[index..<fix.range.lowerBound]
            result += fix.replacement.utf8
            index = fix.range.upperBound
        }
        return CatalogSource(path: source.path, bytes: result + bytes[index...])
    }

    private static func isReadable(_ source: CatalogSource) -> Bool {
        ParsedSource(source).parsed.problems.isEmpty
    }

    /// Those of the fixes after which the file cannot be read any more; all of them when none does it alone.
    private static func breaking(
        _ fixes: [Diagnostic.Fix], _ source: CatalogSource
    ) -> [Diagnostic.Fix] {
        if fixes.count > maximumTrials { return fixes }
        let breaking = fixes.filter { !isReadable(apply([$0], to: source)) }
        return breaking.isEmpty ? fixes : breaking
    }
}
