import CatalogComparison
import CatalogModel
import SignalVocabulary

/// A difference of catalogs as a short table: what breaks whom, who answers for it, and where it is.
struct ChangeTable {
    private let difference: CatalogDifference
    private let advice: ApprovalAdvice
    private let style: TextStyle
    /// The characters of a line, where they are limited.
    private let width: Int?

    /// A table; of unlimited width when it is not for a terminal.
    init(
        _ difference: CatalogDifference, _ advice: ApprovalAdvice,
        style: TextStyle = TextStyle(isEnabled: false),
        width: Int? = nil
    ) {
        self.difference = difference
        self.advice = advice
        self.style = style
        self.width = width
    }

    /// The table with a summary under it, every line ended by a line feed.
    ///
    /// - Parameter listsAll: whether changes that break nobody have lines too, and are not only counted.
    func text(listsAll: Bool) -> String {
        let shown = difference.changes.filter { listsAll || $0.level != .safe }
        var text = shown.isEmpty ? "" : table(of: shown) + "\n"
        let summary = ChangeSummary(difference)
        text += summary.counts + "\n"
        if let version = summary.version { text += version + "\n" }
        if !advice.isEmpty {
            text += "\n" + wrapped(advice.sentence, width).joined(separator: "\n") + "\n"
            let lines = advice.lines(width: width)
            if !lines.isEmpty { text += "\n" + lines.joined(separator: "\n") + "\n" }
        }
        return text
    }

    private func table(of changes: [CatalogChange]) -> String {
        let heads = ["breaks", "change", "owner", "where"]
        var rows = changes.map { change in
            [
                ChangeSummary.impacts(of: change), change.id, ChangeSummary.owners(of: change),
                ChangeSummary.place(of: change),
            ]
        }
        let widths = heads.indices.map { column in
            ([heads] + rows).map { Self.width($0[column]) }.max() ?? 0
        }
        // What does not fit beside the change stands below it.
        let isNarrow = width.map { widths.reduce(2 * (widths.count - 1), +) > $0 } ?? false
        if isNarrow { rows = rows.map { Array($0.prefix(2)) } }
        let indent = String(repeating: " ", count: widths[0] + 2)
        var text = style.bold(Self.line(isNarrow ? Array(heads.prefix(2)) : heads, widths)) + "\n"
        for (change, row) in zip(changes, rows) {
            let first = isNarrow ? wrapped(row[1], width.map { $0 - indent.count }) : []
            let line = Self.line(isNarrow ? [row[0], first.first ?? ""] : row, widths)
            text += painted(line, of: change, breaks: row[0]) + "\n"
            for line in first.dropFirst() { text += indent + line + "\n" }
            var details = details(of: change)
            if isNarrow {
                details.append(
                    "owner: \(ChangeSummary.owners(of: change)); at \(ChangeSummary.place(of: change))")
            }
            for detail in details {
                for line in wrapped(detail, width.map { $0 - indent.count }) {
                    text += style.dim(indent + line) + "\n"
                }
            }
        }
        return text
    }

    private func details(of change: CatalogChange) -> [String] {
        var details = [change.explanation]
        if let events = ChangeSummary.events(of: change) { details.append(events) }
        if let approval = change.approval {
            details.append("approved until \(approval.until): \(HiddenCharacters.escaped(approval.reason))")
        } else if change.level == .notice, change.bump != .none {
            details.append("no surprise: recorded as removed, or in development")
        }
        return details
    }

    private func painted(_ line: String, of change: CatalogChange, breaks: String) -> String {
        let rest = String(line.dropFirst(breaks.count))
        if change.isBlocking { return style.red(breaks) + rest }
        return (change.level == .safe ? style.green(breaks) : style.yellow(breaks)) + rest
    }

    private static func width(_ text: String) -> Int { text.count }

    private static func line(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            line += cell
            if cells[(index + 1)...].allSatisfy(\.isEmpty) { break }
            line += String(repeating: " ", count: widths[index] - width(cell) + 2)
        }
        return line
    }

    private func wrapped(_ text: String, _ width: Int?) -> [String] {
        guard let width, width > 20 else { return [text] }
        return text.wrapped(to: width)
    }
}
