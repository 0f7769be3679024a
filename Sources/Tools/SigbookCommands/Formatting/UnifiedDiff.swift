/// The difference of two texts as a unified diff, as `diff -u` and `patch` know it.
enum UnifiedDiff {
    /// The lines around a change that are shown.
    private static let context = 3
    /// The most lines of both texts that are compared one by one; of longer ones everything between the first and the last difference
    /// counts as changed, so that no text takes long.
    private static let limit = 4_000

    /// The diff, empty when the texts are the same.
    static func text(from old: String, to new: String, path: String) -> String {
        if old == new { return "" }
        let edits = edits(lines(old), lines(new))
        var text = "--- \(path)\n+++ \(path)\n"
        var index = 0
        while let first = edits[index...].firstIndex(where: { $0.kind != .same }) {
            // A hunk goes on as long as the unchanged lines between two changes are too few to part them.
            var last = first
            var next = first
            while next < edits.count, next - last <= 2 * context + 1 {
                if edits[next].kind != .same { last = next }
                next += 1
            }
            let range = max(first - context, 0)..<min(last + context + 1, edits.count)
            write(edits, range, to: &text)
            index = range.upperBound
        }
        return text
    }

    private enum Kind { case same, removed, added }
    private struct Edit {
        var kind: Kind
        var line: Substring
    }

    /// The lines; the last is one without a line end, if there is one.
    private static func lines(_ text: String) -> [Substring] {
        var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
        if lines.last == "" {
            lines.removeLast()
        } else {
            lines[lines.count - 1] += "\n\\ No newline at end of file"
        }
        return lines
    }

    private static func edits(_ old: [Substring], _ new: [Substring]) -> [Edit] {
        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
        var end = 0
        while end < old.count - start, end < new.count - start,
            old[old.count - 1 - end] == new[new.count - 1 - end]
        {
            end += 1
        }
        let before = Array(old[start..<old.count - end])
        let after = Array(new[start..<new.count - end])
        var edits = old[..<start].map { Edit(kind: .same, line: $0) }
        var removed = Set(before.indices)
        var added = Set(after.indices)
        if before.count + after.count <= limit {
            let changes = after.difference(from: before)
            removed = Set(changes.removals.map(offset))
            added = Set(changes.insertions.map(offset))
        }
        var (one, other) = (0, 0)
        while one < before.count || other < after.count {
            if one < before.count, removed.contains(one) {
                edits.append(Edit(kind: .removed, line: before[one]))
                one += 1
            } else if other < after.count, added.contains(other) {
                edits.append(Edit(kind: .added, line: after[other]))
                other += 1
            } else {
                edits.append(Edit(kind: .same, line: before[one]))
                one += 1
                other += 1
            }
        }
        return edits + old[(old.count - end)...].map { Edit(kind: .same, line: $0) }
    }

    private static func offset(_ change: CollectionDifference<Substring>.Change) -> Int {
        switch change {
        case .remove(let offset, _, _), .insert(let offset, _, _): offset
        }
    }

    private static func write(_ edits: [Edit], _ range: Range<Int>, to text: inout String) {
        let before = edits[..<range.lowerBound]
        let hunk = edits[range]
        let starts = (before.count { $0.kind != .added }, before.count { $0.kind != .removed })
        let counts = (hunk.count { $0.kind != .added }, hunk.count { $0.kind != .removed })
        text += "@@ -\(position(starts.0, counts.0)) +\(position(starts.1, counts.1)) @@\n"
        for edit in hunk {
            text += edit.kind == .same ? " " : edit.kind == .removed ? "-" : "+"
            text += edit.line + "\n"
        }
    }

    /// The lines of a hunk; one that has none stands behind the line before it.
    private static func position(_ start: Int, _ count: Int) -> String {
        "\(count == 0 ? start : start + 1),\(count)"
    }
}
