import CatalogModel
import DocumentTools
import SignalVocabulary

extension ReportPage {
    /// Title, what was read, and the figures that matter most.
    func head(_ page: inout HTMLWriter) {
        page.element("header") { page in
            page.element("p", .class("kicker"), text: "Recording report")
            page.element("h1", text: statistics.catalog.name)
            page.element("p", .class("lead"), text: period())
            page.element("p", .class("files")) { page in
                page.text("\(Figures.bytes(result.byteCount)) from ")
                for (index, file) in result.files.prefix(8).enumerated() {
                    if index > 0 { page.text(", ") }
                    page.element("code", text: file)
                }
                if result.files.count > 8 {
                    page.text(" and \(Figures.count(result.files.count - 8, "more file"))")
                }
                page.text(", judged by catalog version \(statistics.catalog.version)")
            }
        }
        let errors = statistics.severities[Severity.error.rank...].reduce(0, +)
        let errorFindings = diagnostics.count { $0.severity == .error }
        page.element("dl", .class("tiles")) { page in
            tile("Events", GroupedNumber.text(statistics.count), "of \(Figures.count(kinds, "kind"))", &page)
            tile(
                "Errors", GroupedNumber.text(errors), share(errors, of: statistics.count) + " of events",
                &page)
            tile("Sessions", GroupedNumber.text(statistics.sessions.count), sessionNote, &page)
            tile(
                "Findings", GroupedNumber.text(diagnostics.count),
                diagnostics.isEmpty
                    ? "all as the catalog has it" : "\(Figures.count(errorFindings, "error"))", &page)
            tile(
                "Coverage", Figures.percent(result.coverage.percent),
                "\(result.coverage.events.seen) of \(Figures.count(result.coverage.events.total, "event"))",
                &page)
        }
    }

    private var kinds: Int { statistics.events.count { $0.count > 0 } + statistics.unknownEvents.count }

    private var sessionNote: String {
        statistics.catalog.context.contains { $0.role == .session }
            ? "seen in the context" : "the catalog names no session"
    }

    private func tile(_ title: String, _ value: String, _ note: String, _ page: inout HTMLWriter) {
        page.element("div") { page in
            page.element("dt", text: title)
            page.element("dd") { page in
                page.element("strong", text: value)
                page.element("span", text: note)
            }
        }
    }

    func share(_ part: Int, of total: Int) -> String {
        guard part > 0, total > 0 else { return "0 %" }
        // Not nothing, however little.
        return part * 1000 < total ? "< 0.1 %" : Figures.percent(Double(part) * 100 / Double(total))
    }

    private func period() -> String {
        guard statistics.firstTime <= statistics.lastTime else { return "No event with a time." }
        let (firstDay, firstTime) = Timestamp.civil(statistics.firstTime)
        let (lastDay, lastTime) = Timestamp.civil(statistics.lastTime)
        let span = DurationChart.text(Double(statistics.lastTime - statistics.firstTime) / 1e6)
        return
            "\(firstDay) \(firstTime.prefix(8)) to \(lastDay == firstDay ? "" : lastDay + " ")\(lastTime.prefix(8)) UTC, \(span)"
    }

    /// Events over time.
    func time(_ page: inout HTMLWriter) {
        section("over-time", "Events over time", &page) { page in
            let columns = statistics.histogram.all
            guard !columns.isEmpty else { return nothing("No event has a time.", &page) }
            page.element("ul", .class("legend")) { page in
                for (style, title) in [
                    ("others", "below warnings"), ("warnings", "warnings"), ("errors", "errors"),
                ] {
                    page.element("li") { page in
                        page.element("span", .class(named: "swatch \(style)"), text: "")
                        page.text(title)
                    }
                }
                page.element(
                    "li", .class("soft"),
                    text: "one column: \(TimeChart.span(milliseconds: statistics.histogram.width))")
            }
            TimeChart(histogram: statistics.histogram).draw(into: &page)
            foldedTable(
                "Events over time as a table",
                [("From (UTC)", false), ("Events", true), ("Warnings", true), ("Errors", true)],
                columns.filter { $0.column.total > 0 }.map { start, column in
                    let (day, time) = Timestamp.civil(start * 1_000_000)
                    return [
                        "\(day) \(time)", GroupedNumber.text(column.total),
                        GroupedNumber.text(column.warnings),
                        GroupedNumber.text(column.errors),
                    ]
                }, &page)
        }
    }

    /// Events by name.
    func names(_ page: inout HTMLWriter) {
        let all = eventRows()
        section("by-name", "Events by name", &page) { page in
            guard !all.isEmpty else { return nothing("There is no event.", &page) }
            BarChart(
                id: "names", title: "Events by name",
                bars: all.prefix(20).map {
                    BarChart.Bar(name: $0.name, count: $0.figures.count, errors: $0.figures.errors)
                }
            ).draw(into: &page)
            if all.count > 20 {
                page.element("p", .class("soft"), text: "The 20 most frequent of \(all.count).")
            }
            foldedTable(
                "All events as a table",
                [
                    ("Event", false), ("Count", true), ("Share", true), ("Errors", true),
                    ("With findings", true), ("Owner", false),
                ],
                all.map { row in
                    [
                        row.name + (row.isKnown ? "" : " (not in the catalog)"),
                        GroupedNumber.text(row.figures.count),
                        share(row.figures.count, of: statistics.count),
                        GroupedNumber.text(row.figures.errors),
                        GroupedNumber.text(row.figures.flawed), row.owner,
                    ]
                }, &page)
        }
    }

    private func eventRows() -> [(
        name: String, figures: RecordingStatistics.EventFigures, isKnown: Bool, owner: String
    )] {
        var rows: [(name: String, figures: RecordingStatistics.EventFigures, isKnown: Bool, owner: String)] =
            []
        for (number, figures) in statistics.events.enumerated() where figures.count > 0 {
            let event = statistics.catalog.events[number]
            rows.append((event.name, figures, true, event.owner ?? "–"))
        }
        for (name, figures) in statistics.unknownEvents { rows.append((name, figures, false, "–")) }
        return rows.sorted {
            $0.figures.count == $1.figures.count ? $0.name < $1.name : $0.figures.count > $1.figures.count
        }
    }

    /// Durations.
    func durations(_ page: inout HTMLWriter) {
        let rows = statistics.durations.compactMap { entry -> DurationChart.Row? in
            let event = statistics.catalog.events[entry.event]
            let sketch = entry.sketch
            guard sketch.count > 0, let median = sketch.quantile(0.5), let p90 = sketch.quantile(0.9),
                let p95 = sketch.quantile(0.95), let p99 = sketch.quantile(0.99)
            else { return nil }
            return DurationChart.Row(
                name: "\(event.name).\(event.properties[entry.property].name)", count: sketch.count,
                median: median,
                p90: p90, p95: p95, p99: p99, maximum: sketch.maximum)
        }.sorted { $0.count == $1.count ? $0.name < $1.name : $0.count > $1.count }
        section("latencies", "Durations", &page) { page in
            guard !rows.isEmpty else { return nothing("No duration was recorded.", &page) }
            page.element("ul", .class("legend")) { page in
                for (style, title) in [
                    ("median", "median"), ("p95", "95 % are below"), ("p99", "99 % are below"),
                ] {
                    page.element("li") { page in
                        page.element("span", .class(named: "swatch round \(style)"), text: "")
                        page.text(title)
                    }
                }
                page.element("li", .class("soft"), text: "logarithmic axis")
            }
            DurationChart(rows: Array(rows.prefix(20))).draw(into: &page)
            if rows.count > 20 {
                page.element("p", .class("soft"), text: "The 20 most frequent of \(rows.count).")
            }
            foldedTable(
                "All durations as a table",
                [
                    ("Duration", false), ("Count", true), ("Median", true), ("90 %", true), ("95 %", true),
                    ("99 %", true),
                    ("Largest", true),
                ],
                rows.map { row in
                    [
                        row.name, GroupedNumber.text(row.count), DurationChart.text(row.median),
                        DurationChart.text(row.p90),
                        DurationChart.text(row.p95), DurationChart.text(row.p99),
                        DurationChart.text(row.maximum),
                    ]
                }, &page)
            page.element(
                "p", .class("soft"),
                text:
                    "Percentiles are by nearest rank and counted in buckets: wrong by less than 0.8 %. The largest value is exact."
            )
        }
    }

    /// Errors by event and type.
    func errors(_ page: inout HTMLWriter) {
        let rows = statistics.errors.sorted { first, second in
            if first.value != second.value { return first.value > second.value }
            return (first.key.event, first.key.type ?? "") < (second.key.event, second.key.type ?? "")
        }
        section("errors", "Errors", &page) { page in
            guard !rows.isEmpty else { return nothing("No event was an error.", &page) }
            let total = rows.reduce(0) { $0 + $1.value }
            table(
                [("Event", false), ("Type of error", false), ("Count", true), ("Share of errors", true)],
                rows.prefix(40).map { kind, count in
                    [kind.event, kind.type ?? "–", GroupedNumber.text(count), share(count, of: total)]
                }, label: "Errors", &page)
            if rows.count > 40 {
                page.element("p", .class("soft"), text: "The 40 most frequent of \(rows.count).")
            }
        }
    }

    /// The funnel of sessions.
    func sessions(_ page: inout HTMLWriter) {
        let names = statistics.catalog.events.map(\.name)
        let steps = statistics.sessions.funnel(names)
        section("sessions", "Sessions", &page) { page in
            guard let first = steps.first else {
                return nothing("No event of a session was recorded.", &page)
            }
            page.element(
                "p",
                text:
                    "The way most of \(Figures.count(statistics.sessions.count, "session")) went: how many had each event after all "
                    + "those above it. Events below the severity info are left out, and an event counts where it first occurs."
            )
            BarChart(
                id: "funnel", title: "Funnel of sessions",
                bars: steps.map {
                    BarChart.Bar(name: $0.event, count: $0.count, note: share($0.count, of: first.count))
                }
            ).draw(into: &page)
            page.element("h3", text: "How sessions begin")
            table(
                [("First events", false), ("Sessions", true), ("Share", true)],
                statistics.sessions.commonPaths(names).map { path in
                    [
                        path.events.joined(separator: " → "), GroupedNumber.text(path.count),
                        share(path.count, of: statistics.sessions.count),
                    ]
                }, label: "How sessions begin", &page)
            if statistics.sessions.droppedRecords > 0 {
                page.element(
                    "p", .class("soft"),
                    text:
                        "Only the first \(GroupedNumber.text(SessionPaths.maximumSessions)) sessions are looked at; "
                        + "\(Figures.count(statistics.sessions.droppedRecords, "record")) of others are left out."
                )
            }
        }
    }

    func nothing(_ text: String, _ page: inout HTMLWriter) { page.element("p", .class("soft"), text: text) }
}
