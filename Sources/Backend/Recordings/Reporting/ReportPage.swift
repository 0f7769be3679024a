import CatalogModel

/// A report on recordings: one HTML page that needs nothing else, runs no script and asks no network.
///
/// The same recordings and catalog give the same bytes: all times are the data's own, in UTC.
package struct ReportPage {
    let statistics: RecordingStatistics
    let result: VerificationResult
    let diagnostics: [Diagnostic]

    /// A report on what was read.
    package init(_ statistics: RecordingStatistics, _ result: VerificationResult) {
        self.statistics = statistics
        self.result = result
        diagnostics = result.diagnostics()
    }

    /// The page.
    package func html() -> String {
        var page = HTMLPage()
        page.markup("<!doctype html>\n")
        page.element("html", ["lang": "en"]) { page in
            page.element("head") { page in
                page.empty("meta", ["charset": "utf-8"])
                page.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                page.empty(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content": "default-src 'none'; style-src 'unsafe-inline'",
                    ])
                page.empty("meta", ["name": "generator", "content": Self.generator])
                page.element("title", text: "Recording report: \(statistics.catalog.name)")
                page.element("style") { $0.markup(ReportStyle.text) }
            }
            page.newLine()
            page.element("body") { page in
                page.element("main") { page in
                    head(&page)
                    time(&page)
                    names(&page)
                    durations(&page)
                    errors(&page)
                    sessions(&page)
                    findings(&page)
                    personalData(&page)
                    coverage(&page)
                }
                page.newLine()
                page.element("footer", text: "Made by sigbook report. All times are UTC.")
            }
        }
        page.newLine()
        return page.source
    }

    /// What a page says near its beginning that it was made by.
    private static let generator = "sigbook report"

    /// Whether a file is a page that this command made, and so may make again.
    package static func isPage(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes.prefix(512), as: UTF8.self).contains("content=\"\(generator)\"")
    }

    /// One part of the page, with its heading.
    func section(
        _ id: String, _ title: String, _ page: inout HTMLPage, _ content: (inout HTMLPage) -> Void
    ) {
        page.newLine()
        page.element("section", ["id": id, "aria-labelledby": "\(id)-heading"]) { page in
            page.element("h2", ["id": "\(id)-heading"], text: title)
            content(&page)
        }
    }

    /// A table with a heading for each column; numbers stand right.
    func table(
        _ columns: [(title: String, isNumber: Bool)], _ rows: [[String]], label: String,
        _ page: inout HTMLPage
    ) {
        page.element("div", ["class": "scroll", "role": "region", "aria-label": label, "tabindex": "0"]) {
            page in
            page.element("table") { page in
                page.element("thead") { page in
                    page.element("tr") { page in
                        for (title, isNumber) in columns {
                            page.element(
                                "th", ["scope": "col", "class": isNumber ? "number" : "words"], text: title)
                        }
                    }
                }
                page.element("tbody") { page in
                    for row in rows {
                        page.element("tr") { page in
                            for (index, cell) in row.enumerated() {
                                page.element(
                                    "td", ["class": columns[index].isNumber ? "number" : "words"], text: cell)
                            }
                        }
                        page.newLine()
                    }
                }
            }
        }
    }

    /// A table that is folded away under a chart.
    func foldedTable(
        _ summary: String, _ columns: [(title: String, isNumber: Bool)], _ rows: [[String]],
        _ page: inout HTMLPage
    ) {
        page.element("details") { page in
            page.element("summary", text: summary)
            table(columns, rows, label: summary, &page)
        }
    }
}
