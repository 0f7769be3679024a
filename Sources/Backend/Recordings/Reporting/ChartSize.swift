/// The size of a chart. Each chart is in the page twice, for wide and for narrow windows, so that its text stays legible.
struct ChartSize {
    /// The class in the style sheet.
    var name: String
    var width: Int
    /// How many columns of labels fit.
    var isNarrow: Bool

    static let all = [
        ChartSize(name: "chart wide", width: 960, isNarrow: false),
        ChartSize(name: "chart narrow", width: 360, isNarrow: true),
    ]
}
