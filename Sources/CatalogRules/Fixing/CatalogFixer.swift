package import EventCatalog

/// Applies the fixes that diagnostics bring, again and again until none is left.
package enum CatalogFixer {
    /// What fixing gave.
    package struct Outcome: Sendable {
        /// The files, fixed as far as they could be.
        package var sources: [CatalogSource]
        /// What was fixed, in the order of rounds, files and lines; places are those before the round.
        package var fixed: [Diagnostic]
        /// What is left.
        package var result: CheckResult
        /// The files in which nothing was changed, since the fixes would have made them unreadable.
        package var refused: [String]
    }

    /// How many rounds there are at most. One fix may bring to light what another one can put right.
    private static let maximumRounds = 10

    /// Fixes the files of a catalog in memory.
    ///
    /// In every round all fixes that do not overlap are applied together. A file that could be parsed before a round and not behind
    /// it stays as it was, and so does a catalog that had no errors and would have some.
    package static func fix(_ sources: [CatalogSource], with checker: CatalogChecker) -> Outcome {
        var outcome = Outcome(
            sources: sources, fixed: [], result: checker.check(sources), refused: [])
        var rounds = 0
        while rounds < maximumRounds {
            rounds += 1
            let chosen = choose(outcome.result.diagnostics, refusing: Set(outcome.refused))
            if chosen.isEmpty { break }
            var next = outcome.sources
            let fixes = Dictionary(grouping: chosen.compactMap(\.fix), by: \.path)
            for index in next.indices {
                guard let fixes = fixes[next[index].path] else { continue }
                next[index].bytes = apply(fixes, to: next[index].bytes)
            }
            let result = checker.check(next)
            var broken = newlyUnreadable(result, outcome.result)
            if broken.isEmpty, outcome.result.catalog != nil, result.catalog == nil {
                broken = Set(chosen.compactMap(\.fix?.path))
            }
            guard broken.isEmpty else {
                outcome.refused = (outcome.refused + broken.sorted())
                continue
            }
            outcome.sources = next
            outcome.result = result
            outcome.fixed += chosen
        }
        return outcome
    }

    /// The diagnostics whose fixes can be applied together, by file and place.
    private static func choose(_ diagnostics: [Diagnostic], refusing refused: Set<String>) -> [Diagnostic] {
        var end: [String: Int] = [:]
        return diagnostics.filter { $0.fix.map { !refused.contains($0.path) } ?? false }
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

    /// The bytes with fixes applied, which are in order and do not overlap.
    private static func apply(_ fixes: [Diagnostic.Fix], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        for fix in fixes where fix.range.lowerBound >= index && fix.range.upperBound <= bytes.count {
            result += bytes[index..<fix.range.lowerBound]
            result += fix.replacement.utf8
            index = fix.range.upperBound
        }
        return result + bytes[index...]
    }

    /// The files that have problems of the text which they had not.
    private static func newlyUnreadable(_ new: CheckResult, _ old: CheckResult) -> Set<String> {
        func unreadable(_ result: CheckResult) -> Set<String> {
            Set(result.diagnostics.filter { $0.rule.hasPrefix("yaml-") }.compactMap(\.location?.path))
        }
        let before = unreadable(old)
        return unreadable(new).subtracting(before)
    }
}
