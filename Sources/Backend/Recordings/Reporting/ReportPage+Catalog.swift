import CatalogModel
import DocumentTools
import SignalVocabulary

extension ReportPage {
    /// What does not fit the catalog.
    func findings(_ page: inout HTMLWriter) {
        section("findings", "Findings", &page) { page in
            guard !diagnostics.isEmpty else {
                return page.element(
                    "p", .class("good"), text: "Everything recorded is as the catalog has it.")
            }
            page.element("ul", .class("findings")) { page in
                for diagnostic in diagnostics.prefix(100) {
                    page.element("li", .class(diagnostic.severity == .error ? "error" : "warning")) {
                        page in
                        page.element("span", .class("badge"), text: diagnostic.severity.rawValue)
                        page.element("div") { page in
                            page.element("p", text: diagnostic.message)
                            if let hint = diagnostic.hint { page.element("p", .class("soft"), text: hint) }
                            page.element("p", .class("soft")) { page in
                                page.element("code", text: diagnostic.rule)
                                if let place = diagnostic.location {
                                    page.text(" at ")
                                    page.element("code", text: "\(place.path):\(place.line):\(place.column)")
                                }
                            }
                        }
                    }
                    page.newLine()
                }
            }
            if diagnostics.count > 100 {
                page.element(
                    "p", .class("soft"),
                    text: "The first 100 of \(diagnostics.count); sigbook verify lists all.")
            }
        }
    }

    /// What personal data there is, and what became of it.
    func personalData(_ page: inout HTMLWriter) {
        section("personal-data", "Personal data", &page) { page in
            let rules: Set<String> = [
                RecordingRule.rawPersonalData.rawValue, RecordingRule.suspectedPersonalData.rawValue,
            ]
            let flawed = diagnostics.filter { rules.contains($0.rule) }
            if flawed.isEmpty {
                page.element(
                    "p", .class("good"),
                    text: "No value looks like personal data that should not be there.")
            } else {
                page.element(
                    "p", .class("bad"),
                    text:
                        "\(Figures.count(flawed.count, "finding")) above \(flawed.count == 1 ? "is" : "are") about personal data that is not handled."
                )
            }
            let rows = personalProperties()
            guard !rows.isEmpty else {
                return nothing("The catalog calls no property personal or secret.", &page)
            }
            page.element(
                "p",
                text:
                    "Properties that the catalog calls personal or secret, and what became of them before they were written:"
            )
            table(
                [
                    ("Property", false), ("Sensitivity", false), ("Handling", false),
                    ("Of events recorded", true),
                ], rows,
                label: "Personal data", &page)
        }
    }

    private func personalProperties() -> [[String]] {
        func row(_ name: String, _ property: Property, _ count: Int) -> [String] {
            [
                name, property.sensitivity.rawValue, property.handling?.rawValue ?? "–",
                GroupedNumber.text(count),
            ]
        }
        func isPersonal(_ property: Property) -> Bool {
            property.sensitivity == .personal || property.sensitivity == .secret
        }
        var rows: [[String]] = []
        let known = statistics.events.reduce(0) { $0 + $1.count }
        for entry in statistics.catalog.context where isPersonal(entry.property) {
            rows.append(row("\(entry.property.name) (context)", entry.property, known))
        }
        for (number, event) in statistics.catalog.events.enumerated()
        where statistics.events[number].count > 0 {
            for property in event.properties where isPersonal(property) {
                rows.append(row("\(event.name).\(property.name)", property, statistics.events[number].count))
            }
        }
        return rows
    }

    /// What was seen of the catalog.
    func coverage(_ page: inout HTMLWriter) {
        let coverage = result.coverage
        section("coverage", "Coverage of the catalog", &page) { page in
            table(
                [("What", false), ("Seen", true), ("In the catalog", true), ("Share", true)],
                [
                    ("Events", coverage.events), ("Properties", coverage.properties),
                    ("Values of enumerations", coverage.values),
                ].map {
                    [
                        $0.0, GroupedNumber.text($0.1.seen), GroupedNumber.text($0.1.total),
                        Figures.percent($0.1.percent),
                    ]
                }, label: "Coverage", &page)
            for (title, missing) in [
                ("Events not seen", coverage.missingEvents),
                ("Properties not seen, of events that were", coverage.missingProperties),
                ("Values not seen, of properties that were", coverage.missingValues),
            ] where !missing.isEmpty {
                page.element("details") { page in
                    page.element("summary", text: "\(title): \(GroupedNumber.text(missing.count))")
                    page.element("ul", .class("names")) { page in
                        for name in missing { page.element("li") { $0.element("code", text: name) } }
                    }
                }
            }
            for note in result.notes() { page.element("p", .class("soft"), text: note) }
        }
    }
}
