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
