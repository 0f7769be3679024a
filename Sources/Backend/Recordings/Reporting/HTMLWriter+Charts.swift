import DocumentTools

extension HTMLWriter {
    /// A chart, drawn for each size, with a title and a description for those who cannot see it.
    mutating func chart(
        id: String, title: String, description: String, height: (ChartSize) -> Int,
        _ draw: (inout HTMLWriter, ChartSize) -> Void
    ) {
        for size in ChartSize.all {
            let key = size.isNarrow ? "\(id)-narrow" : id
            element(
                "svg",
                .class(named: size.name), .viewBox(width: size.width, height: height(size)), .role("img"),
                .labelled(by: "\(key)-title \(key)-description")
            ) { page in
                page.element("title", .id("\(key)-title"), text: title)
                page.element("desc", .id("\(key)-description"), text: description)
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
            .class(named: style), .coordinate("x", x), .coordinate("y", y),
            .coordinate("width", max(width, 0)), .coordinate("height", max(height, 0)),
            .coordinate("rx", radius))
    }

    /// A straight line.
    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
        empty(
            "line",
            .class(named: style), .coordinate("x1", x1), .coordinate("y1", y1), .coordinate("x2", x2),
            .coordinate("y2", y2))
    }

    /// A circle.
    mutating func circle(_ x: Double, _ y: Double, radius: Double, _ style: StaticString) {
        empty("circle", .class(style), .coordinate("cx", x), .coordinate("cy", y), .coordinate("r", radius))
    }

    /// A label.
    mutating func label(_ x: Double, _ y: Double, _ text: String, _ style: String) {
        element("text", .class(named: style), .coordinate("x", x), .coordinate("y", y), text: text)
    }
}
