import DocumentTools
import SignalVocabulary

/// Events over time, as stacked columns.
struct TimeChart {
    let histogram: TimeHistogram

    /// What one column stands for: `10 ms`, `15 min`.
    static func span(milliseconds: Int64) -> String {
        switch milliseconds {
        case ..<1000: "\(milliseconds) ms"
        case ..<60_000: "\(milliseconds / 1000) s"
        case ..<3_600_000: "\(milliseconds / 60_000) min"
        case ..<86_400_000: "\(milliseconds / 3_600_000) h"
        default: "\(GroupedNumber.text(Int(milliseconds / 86_400_000))) d"
        }
    }

    func draw(into page: inout HTMLWriter) {
        let columns = histogram.all
        let most = Scale.niceCeiling(columns.map(\.column.total).max() ?? 1)
        let total = columns.reduce(0) { $0 + $1.column.total }
        page.chart(
            id: "time", title: "Events over time",
            description: "\(Figures.count(total, "event")) in \(Figures.count(columns.count, "column")) of "
                + "\(Self.span(milliseconds: histogram.width)) each; the table below has the numbers.",
            height: { $0.isNarrow ? 220 : 260 }
        ) { page, size in
            draw(into: &page, size, columns, most)
        }
    }

    private func draw(
        into page: inout HTMLWriter, _ size: ChartSize,
        _ columns: [(start: Int64, column: TimeHistogram.Column)],
        _ most: Int
    ) {
        let height = size.isNarrow ? 220.0 : 260.0
        let left = 12.0 + 7.5 * Double(GroupedNumber.text(most).count)
        let right = Double(size.width) - 8
        let (top, bottom) = (12.0, height - 28)
        let steps = most % 5 == 0 && most > 4 ? 5 : most % 4 == 0 ? 4 : most % 2 == 0 ? 2 : 1
        for step in 0...steps {
            let y = bottom - (bottom - top) * Double(step) / Double(steps)
            page.line(left, y, right, y, step == 0 ? "axis" : "grid")
            page.label(left - 6, y + 4, GroupedNumber.text(most * step / steps), "tick end")
        }
        let pitch = (right - left) / Double(max(columns.count, 1))
        let gap = pitch > 6 ? 2.0 : pitch > 3 ? 1.0 : 0.25
        let width = min(pitch - gap, 48)
        for (index, entry) in columns.enumerated() where entry.column.total > 0 {
            let x = left + pitch * Double(index) + (pitch - width) / 2
            var y = bottom
            page.element("g") { page in
                page.element("title", text: Self.tooltip(entry))
                for (count, style) in [
                    (entry.column.others, "others"), (entry.column.warnings, "warnings"),
                    (entry.column.errors, "errors"),
                ] where count > 0 {
                    // What there is at least shows.
                    let part = max((bottom - top) * Double(count) / Double(most), 1)
                    y -= part
                    page.box(x, y, width, part, style)
                }
            }
        }
        drawTimes(into: &page, size, columns.map(\.start), left, pitch, bottom)
    }

    private func drawTimes(
        into page: inout HTMLWriter, _ size: ChartSize, _ starts: [Int64], _ left: Double, _ pitch: Double,
        _ bottom: Double
    ) {
        guard let first = starts.first, let last = starts.last else { return }
        let labels = min(size.isNarrow ? 3 : 7, starts.count)
        for number in 0..<labels {
            let index = labels == 1 ? 0 : number * (starts.count - 1) / (labels - 1)
            let x = left + pitch * (Double(index) + 0.5)
            page.line(x, bottom, x, bottom + 4, "axis")
            let style =
                labels == 1
                ? "tick middle" : number == 0 ? "tick" : number == labels - 1 ? "tick end" : "tick middle"
            let place =
                labels == 1 ? x : number == 0 ? left : number == labels - 1 ? Double(size.width) - 8 : x
            page.label(place, bottom + 18, Self.time(starts[index], range: last - first), style)
        }
    }

    /// A time as exactly as a range of so many milliseconds asks for.
    private static func time(_ milliseconds: Int64, range: Int64) -> String {
        let (day, time) = Timestamp.civil(milliseconds * 1_000_000)
        switch range {
        case ..<10_000: return time
        case ..<600_000: return String(time.prefix(8))
        case ..<86_400_000: return String(time.prefix(5))
        case ..<604_800_000: return "\(day.dropFirst(5)) \(time.prefix(5))"
        default: return day
        }
    }

    private static func tooltip(_ entry: (start: Int64, column: TimeHistogram.Column)) -> String {
        let (day, time) = Timestamp.civil(entry.start * 1_000_000)
        return "\(day) \(time) UTC: \(Figures.count(entry.column.total, "event")), "
            + "\(Figures.count(entry.column.warnings, "warning")), \(Figures.count(entry.column.errors, "error"))"
    }
}
