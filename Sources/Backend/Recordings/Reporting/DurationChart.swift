import DocumentTools
import SignalVocabulary

/// Where the durations of properties lie: a line from the median to the 99th percentile on a logarithmic axis, with marks at the median and the 95th.
struct DurationChart {
    /// One property; milliseconds.
    struct Row {
        var name: String
        var count: Int
        var median: Double
        var p90: Double
        var p95: Double
        var p99: Double
        var maximum: Double
    }

    let rows: [Row]

    /// A duration in the unit that makes it short.
    static func text(_ milliseconds: Double) -> String {
        switch milliseconds {
        case 0: "0"
        case ..<1e-3: "\(Figures.significant(milliseconds * 1e6)) ns"
        case ..<1: "\(Figures.significant(milliseconds * 1e3)) µs"
        case ..<1e3: "\(Figures.significant(milliseconds)) ms"
        case ..<6e4: "\(Figures.significant(milliseconds / 1e3)) s"
        case ..<3.6e6: "\(Figures.significant(milliseconds / 6e4)) min"
        case ..<8.64e7: "\(Figures.significant(milliseconds / 3.6e6)) h"
        default: "\(Figures.significant(milliseconds / 8.64e7)) d"
        }
    }

    func draw(into page: inout HTMLWriter) {
        // Powers of ten around all that is shown.
        let positive = rows.flatMap { [$0.median, $0.p99] }.filter { $0 > 0 }
        let low = Self.decade(positive.min() ?? 1)
        let high = max(Self.decade(positive.max() ?? 1) + 1, low + 1)
        page.chart(
            id: "durations", title: "Durations",
            description:
                "Median, 95th and 99th percentile of \(Figures.count(rows.count, "duration")); the table below has the numbers.",
            height: { rows.count * ($0.isNarrow ? 36 : 26) + 34 }
        ) { page, size in
            draw(into: &page, size, low, high)
        }
    }

    private func draw(into page: inout HTMLWriter, _ size: ChartSize, _ low: Int, _ high: Int) {
        let left = size.isNarrow ? 10.0 : 330
        let right = Double(size.width) - (size.isNarrow ? 14 : 28)
        let pitch = size.isNarrow ? 36.0 : 26
        let bottom = Double(rows.count) * pitch + 6
        let decades = high - low
        // Every decade has a line, and as many a label as there is room for.
        let every = max(1, (decades * (size.isNarrow ? 62 : 70)) / Int(right - left) + 1)
        for decade in low...high {
            let x = left + (right - left) * Double(decade - low) / Double(decades)
            page.line(x, 2, x, bottom, "grid")
            guard (decade - low) % every == 0 else { continue }
            page.label(x, bottom + 18, Self.tick(decade), "tick middle")
        }
        func place(_ value: Double) -> Double {
            guard value > 0 else { return left }
            return left + (right - left)
                * min(max((Self.logarithm(value) - Double(low)) / Double(decades), 0), 1)
        }
        for (index, row) in rows.enumerated() {
            let y = Double(index) * pitch + (size.isNarrow ? 25 : 13)
            page.element("g") { page in
                page.element(
                    "title",
                    text:
                        "\(row.name): median \(Self.text(row.median)), 95 % \(Self.text(row.p95)), 99 % \(Self.text(row.p99))"
                )
                if size.isNarrow {
                    page.label(0, y - 11, Scale.cut(row.name, to: 50), "name")
                } else {
                    page.label(left - 14, y + 4.5, Scale.cut(row.name, to: 46), "name end")
                }
                page.box(
                    place(row.median), y - 2, max(place(row.p99) - place(row.median), 1), 4, "range",
                    radius: 2)
                page.line(place(row.p99), y - 6, place(row.p99), y + 6, "far")
                page.circle(place(row.p95), y, radius: 4, "p95")
                page.circle(place(row.median), y, radius: 5, "median")
            }
        }
    }

    /// The power of ten below or at a number.
    private static func decade(_ value: Double) -> Int {
        var decade = 0
        var rest = value
        while rest >= 10, decade < 20 {
            rest /= 10
            decade += 1
        }
        while rest < 1, decade > -12 {
            rest *= 10
            decade -= 1
        }
        return decade
    }

    /// The logarithm to the base of ten, exact enough for a drawing and the same on every machine: only the four operations are used.
    private static func logarithm(_ value: Double) -> Double {
        let whole = decade(value)
        var rest = value
        for _ in 0..<abs(whole) { rest = whole > 0 ? rest / 10 : rest * 10 }
        // Ten digits of two: each squares what is left, and the square is above ten or not.
        var result = 0.0
        var bit = 0.5
        for _ in 0..<12 {
            rest *= rest
            if rest >= 10 {
                rest /= 10
                result += bit
            }
            bit /= 2
        }
        return Double(whole) + result
    }

    private static func tick(_ decade: Int) -> String {
        var value = 1.0
        for _ in 0..<abs(decade) { value = decade > 0 ? value * 10 : value / 10 }
        // 1 s and not 1,000 ms; minutes and hours are no powers of ten.
        return decade >= 3 ? "\(GroupedNumber.text(Int((value / 1000).rounded()))) s" : text(value)
    }
}
