import DocumentTools
import CatalogModel

/// The status of all events, as text for people and as JSON for programs.
struct StatusReport {
    /// The events in the catalog's order.
    let events: [EventStatus]

    /// The counts, then the events by how much they are used, those to look at first.
    func text(_ style: TextStyle) -> String {
        var text = style.bold(counts) + "\n"
        let width = events.map(\.event.name.utf8.count).max() ?? 0
        for use in EventStatus.Use.allCases {
            let rows = events.filter { $0.use == use }
            if rows.isEmpty { continue }
            text += "\n" + style.bold(Self.title(of: use)) + "\n"
            for row in rows {
                let name = row.event.name + String(repeating: " ", count: width - row.event.name.utf8.count)
                let note = row.event.deprecation == nil ? "" : " (deprecated)"
                text += "  \(name)  \(style.dim(Self.places(of: row)))\(note)\n"
            }
        }
        let mixed = events.filter { $0.use == .tracked && !$0.strings.isEmpty }
        if !mixed.isEmpty {
            text += "\n" + style.bold("also written as a string") + "\n"
            for row in mixed {
                let name = row.event.name + String(repeating: " ", count: width - row.event.name.utf8.count)
                text += "  \(name)  \(style.dim(Self.list(row.strings)))\n"
            }
        }
        return text
    }

    private var counts: String {
        let parts = EventStatus.Use.allCases.reversed().map { use in
            "\(count(use)) \(Self.title(of: use))"
        }
        return "\(events.count) events: " + parts.joined(separator: ", ")
    }

    private func count(_ use: EventStatus.Use) -> Int { events.count { $0.use == use } }

    private static func title(of use: EventStatus.Use) -> String {
        switch use {
        case .never: "not tracked"
        case .onlyAsString: "only written as a string"
        case .onlyInTests: "only in tests"
        case .tracked: "tracked"
        }
    }

    private static func places(of status: EventStatus) -> String {
        switch status.use {
        case .never: list([status.event.location])
        case .onlyAsString: list(status.strings)
        case .onlyInTests: list(status.tests)
        case .tracked: list(status.sources)
        }
    }

    /// The first few places.
    private static func list(_ places: [SourceLocation]) -> String {
        let shown = places.prefix(3).map { "\($0.path):\($0.line)" }.joined(separator: ", ")
        return places.count > 3 ? shown + " and \(places.count - 3) more" : shown
    }

    /// One object:
    ///
    ///     {
    ///       "version": 1,
    ///       "tracked": 1, "onlyInTests": 0, "onlyAsString": 0, "never": 0,
    ///       "events": [ {
    ///         "name": "session_created", "use": "tracked", "deprecated": false,
    ///         "location": { "path": "schema/a.yaml", "line": 8, "column": 3 },
    ///         "tracked": [ { "path": "Sources/App.swift", "line": 3, "column": 12 } ], "tests": [], "strings": []
    ///       } ]
    ///     }
    var json: String {
        let counts = EventStatus.Use.allCases.reversed().map { use in
            JSONValue.Member(use.rawValue, .integer(count(use)))
        }
        let list = JSONValue.array(
            events.map { status in
                .object(
                    ("name", .string(status.event.name)), ("use", .string(status.use.rawValue)),
                    ("deprecated", .bool(status.event.deprecation != nil)),
                    ("location", Self.json(status.event.location)),
                    ("tracked", .array(status.sources.map(Self.json))),
                    ("tests", .array(status.tests.map(Self.json))),
                    ("strings", .array(status.strings.map(Self.json))))
            })
        return JSONValue.object(
            [JSONValue.Member("version", .integer(1))] + counts + [JSONValue.Member("events", list)]
        ).text
    }

    private static func json(_ place: SourceLocation) -> JSONValue {
        .object(
            ("path", .string(place.path)), ("line", .integer(place.line)), ("column", .integer(place.column))
        )
    }
}
