/// Columns of text, numbers to the right and words to the left.
struct Table {
    private let header: [String]
    /// The columns of words.
    private let leading: Set<Int>
    private var rows: [[String]] = []

    init(_ header: String..., leading: Set<Int> = [0]) {
        self.header = header
        self.leading = leading
    }

    mutating func add(_ cells: String...) { rows.append(cells) }

    /// The table, its lines set in by two spaces.
    var text: String {
        let widths = header.indices.map { column in
            ([header] + rows).map { $0[column].count }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            var line = ""
            for column in cells.indices {
                let padding = String(repeating: " ", count: widths[column] - cells[column].count)
                line += "  " + (leading.contains(column) ? cells[column] + padding : padding + cells[column])
            }
            while line.last == " " { line.removeLast() }
            return line
        }
        return ([Terminal.aside(line(header))] + rows.map(line)).joined(separator: "\n")
    }
}
