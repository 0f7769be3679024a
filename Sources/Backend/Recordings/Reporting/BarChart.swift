import DocumentTools
import SignalVocabulary

/// Amounts by name, as bars from the left.
struct BarChart {
    /// One bar.
    struct Bar {
        var name: String
        var count: Int
        /// How much of it is drawn in the colour of errors.
        var errors = 0
        /// What stands behind the count.
        var note = ""
    }

    let id: String
    let title: String
    let bars: [Bar]

    func draw(into page: inout HTMLWriter) {
        let most = max(bars.map(\.count).max() ?? 1, 1)
        let named = bars.prefix(3).map { "\($0.name) \(GroupedNumber.text($0.count))" }.joined(
            separator: ", ")
        page.chart(
            id: id, title: title,
            description: "\(Figures.count(bars.count, "bar")): \(named)\(bars.count > 3 ? ", …" : "").",
            height: { bars.count * ($0.isNarrow ? 36 : 26) + 4 }
        ) { page, size in
            for (index, bar) in bars.enumerated() { draw(bar, index, most, size, into: &page) }
        }
    }

    private func draw(_ bar: Bar, _ index: Int, _ most: Int, _ size: ChartSize, into page: inout HTMLWriter) {
        let note = "\(GroupedNumber.text(bar.count))\(bar.note.isEmpty ? "" : "  \(bar.note)")"
        let room =
            8 + 7.0
            * Double(
                bars.map { GroupedNumber.text($0.count).count + ($0.note.isEmpty ? 0 : $0.note.count + 2) }
                    .max()
                    ?? 1)
        let left = size.isNarrow ? 0.0 : 252
        let full = Double(size.width) - left - room
        let pitch = size.isNarrow ? 36.0 : 26
        let y = Double(index) * pitch + (size.isNarrow ? 19 : 5)
        let thickness = size.isNarrow ? 11.0 : 16
        let length = max(full * Double(bar.count) / Double(most), bar.count > 0 ? 2 : 0)
        page.element("g") { page in
            page.element(
                "title",
                text: "\(bar.name): \(note)\(bar.errors > 0 ? ", \(Figures.count(bar.errors, "error"))" : "")"
            )
            if size.isNarrow {
                page.label(0, y - 5, Scale.cut(bar.name, to: 46), "name")
            } else {
                page.label(left - 12, y + 12.5, Scale.cut(bar.name, to: 34), "name end")
            }
            let errors = length * Double(bar.errors) / Double(max(bar.count, 1))
            page.box(left, y, length - errors, thickness, "others", radius: errors > 0 ? 0 : 2)
            if errors > 0 { page.box(left + length - errors, y, errors, thickness, "errors", radius: 2) }
            page.label(left + length + 8, y + (size.isNarrow ? 9.5 : 12.5), note, "amount")
        }
    }
}
