import CatalogModel
import DocumentTools

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
        var page = HTMLWriter(showing: .message)
        page.element("html", .language("en")) { page in
            page.element("head") { page in
                page.void("meta", .isUTF8)
                page.void("meta", .name("viewport"), .content("width=device-width, initial-scale=1"))
                page.void(
                    "meta", .header("Content-Security-Policy"),
                    .content("default-src 'none'; style-src 'unsafe-inline'"))
                page.void("meta", .name("generator"), .content(Self.generator))
                page.element("title", text: "Recording report: \(statistics.catalog.name)")
                page.style(ReportAssets.style)
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
        return String(decoding: page.bytes, as: UTF8.self)
    }

    /// What a page says near its beginning that it was made by.
    private static let generator = "sigbook report"

    /// Whether a file is a page that this command made, and so may make again.
    package static func isPage(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes.prefix(512), as: UTF8.self).contains("content=\"\(generator)\"")
    }

    /// One part of the page, with its heading.
    func section(
        _ id: String, _ title: String, _ page: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void
    ) {
        page.newLine()
        page.element("section", .id(id), .labelled(by: "\(id)-heading")) { page in
            page.element("h2", .id("\(id)-heading"), text: title)
            content(&page)
        }
    }

    /// A table with a heading for each column; numbers stand right.
    func table(
        _ columns: [(title: String, isNumber: Bool)], _ rows: [[String]], label: String,
        _ page: inout HTMLWriter
    ) {
        page.element("div", .class("scroll"), .role("region"), .label(label), .isFocusable) { page in
            page.element("table") { page in
                page.element("thead") { page in
                    page.element("tr") { page in
                        for (title, isNumber) in columns {
                            page.element(
                                "th", .scope("col"), .class(isNumber ? "number" : "words"), text: title)
                        }
                    }
                }
                page.element("tbody") { page in
                    for row in rows {
                        page.element("tr") { page in
                            for (index, cell) in row.enumerated() {
                                page.element(
                                    "td", .class(columns[index].isNumber ? "number" : "words"), text: cell)
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
        _ page: inout HTMLWriter
    ) {
        page.element("details") { page in
            page.element("summary", text: summary)
            table(columns, rows, label: summary, &page)
        }
    }
}
