/// How large a chart is drawn: the same chart is in the page twice, for wide and for narrow windows, so that its text stays legible.
struct ChartSize {
    /// What tells the two apart in the style sheet.
    var name: String
    var width: Int
    /// How many columns of labels fit.
    var isNarrow: Bool

    static let all = [
        ChartSize(name: "chart wide", width: 960, isNarrow: false),
        ChartSize(name: "chart narrow", width: 360, isNarrow: true),
    ]
}

/// Numbers for charts.
enum Scale {
    /// The smallest of 1, 2, 5 times a power of ten that is not below a number; at least 1.
    static func niceCeiling(_ number: Int) -> Int {
        var power = 1
        while power < Int.max / 20 {
            for factor in [1, 2, 5] where factor * power >= number { return factor * power }
            power *= 10
        }
        return number
    }

    /// A coordinate with at most two decimals.
    static func coordinate(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        if hundredths % 100 == 0 { return String(hundredths / 100) }
        let sign = hundredths < 0 ? "-" : ""
        let part = abs(hundredths) % 100
        return "\(sign)\(abs(hundredths) / 100).\(part < 10 ? "0" : "")\(part)"
    }

    /// A text cut to so many characters, with an ellipsis where some are missing.
    static func cut(_ text: String, to length: Int) -> String {
        text.count <= length ? text : String(text.prefix(length - 1)) + "…"
    }
}

extension HTMLPage {
    /// A chart, drawn for each size, with a title and a description for those who cannot see it.
    mutating func chart(
        id: String, title: String, description: String, height: (ChartSize) -> Int,
        _ draw: (inout HTMLPage, ChartSize) -> Void
    ) {
        for size in ChartSize.all {
            let key = size.isNarrow ? "\(id)-narrow" : id
            element(
                "svg",
                [
                    "class": size.name, "viewBox": "0 0 \(size.width) \(height(size))", "role": "img",
                    "aria-labelledby": "\(key)-title \(key)-description",
                ]
            ) { page in
                page.element("title", ["id": "\(key)-title"], text: title)
                page.element("desc", ["id": "\(key)-description"], text: description)
                draw(&page, size)
            }
            newLine()
        }
    }

    /// A rectangle.
    mutating func box(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String, radius: Double = 0
    ) {
        empty(
            "rect",
            [
                "class": style, "x": Scale.coordinate(x), "y": Scale.coordinate(y),
                "width": Scale.coordinate(max(width, 0)), "height": Scale.coordinate(max(height, 0)),
                "rx": Scale.coordinate(radius),
            ])
    }

    /// A straight line.
    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
        empty(
            "line",
            [
                "class": style, "x1": Scale.coordinate(x1), "y1": Scale.coordinate(y1),
                "x2": Scale.coordinate(x2),
                "y2": Scale.coordinate(y2),
            ])
    }

    /// A label.
    mutating func label(_ x: Double, _ y: Double, _ text: String, _ style: String) {
        element("text", ["class": style, "x": Scale.coordinate(x), "y": Scale.coordinate(y)], text: text)
    }
}
