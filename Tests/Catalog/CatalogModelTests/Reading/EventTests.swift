import SignalVocabulary
import Testing

@testable import CatalogModel

@Suite struct `Events` {
    @Test func `an event with every key gives the whole model`() throws {
        let result = expect(
            """
            catalog: {name: a, version: 1.0.0, owner: core}
            groups:
              request:
                include: [base]
                description: Of a request.
                method: {type: enum, values: [GET, {value: "+", name: plus, description: P.}], open: true, description: M.}
              base:
                request_id: {type: string, pattern: "[a-z]+", max_length: 36, description: R.}
            events:
              session_started:
                description: A session began.
                owner: sessions
                severity: warn
                sample_rate: 0.25
                stability: development
                since: 0.9.0
                expires: 2027-02-28
                deprecated: {since: 1.0.0, reason: Too vague., replaced_by: session_created}
                include: [request]
                swift_name: sessionBegan
                properties:
                  duration_ms: {type: duration, unit: ms, minimum: 0, maximum: 1.5, required: false, description: D.}
                  user: {type: string, sensitivity: personal, handling: hash, since: 0.9.0, example: u1, description: U.}
                  counts: {type: list, items: int, max_items: 4, minimum: -3, description: C.}
                  load: {type: double, unit: percent, description: L.}
              session_created: {description: A session was made.}
            removed:
              session_opened: {since: 0.8.0, reason: Renamed.}
            """)
        let catalog = try #require(result.catalog)
        let event = try #require(catalog.events.first)
        #expect(event.owner == "sessions")
        #expect(event.severity == .warning)
        #expect(event.sampleRate == 0.25)
        #expect(event.stability == .development)
        #expect(event.since == "0.9.0")
        #expect(event.expires == "2027-02-28")
        #expect(
            event.deprecation
                == Deprecation(since: "1.0.0", reason: "Too vague.", replacedBy: "session_created"))
        #expect(event.includes == ["request"])
        #expect(event.swiftName == "sessionBegan")
        #expect(
            event.properties.map(\.name) == ["request_id", "method", "duration_ms", "user", "counts", "load"])
        #expect(event.properties.map(\.group) == ["base", "request", nil, nil, nil, nil])
        #expect(event.location == SourceLocation(path: "signals.yaml", line: 10, column: 3, length: 15))
        let duration = event.properties[2]
        #expect(duration.type == .duration(.milliseconds))
        #expect(duration.constraints.minimum == .integer(0))
        #expect(duration.constraints.maximum == .double(1.5))
        #expect(!duration.isRequired)
        #expect(event.properties[0].constraints.pattern == "[a-z]+")
        #expect(event.properties[0].constraints.maxLength == 36)
        #expect(
            event.properties[1].type
                == .enumeration(
                    Enumeration(
                        values: [
                            .init(rawValue: "GET"),
                            .init(rawValue: "+", swiftName: "plus", description: "P."),
                        ], isOpen: true)))
        #expect(event.properties[3].sensitivity == .personal)
        #expect(event.properties[3].handling == .hash)
        #expect(event.properties[3].example == "u1")
        #expect(event.properties[4].type == .list(.int))
        #expect(event.properties[4].constraints.maxItems == 4)
        #expect(event.properties[5].unit == "percent")
        #expect(catalog.events[1].owner == "core")
        #expect(catalog.groups.map(\.name) == ["request", "base"])
        #expect(catalog.groups[0].properties.map(\.name) == ["request_id", "method"])
        #expect(catalog.groups[0].description == "Of a request.")
        #expect(catalog.removed.map(\.name) == ["session_opened"])
        #expect(catalog.removed.first?.since == "0.8.0")
    }

    @Test func `an event says what it means`() {
        expect(
            "events:\n  1️⃣e: {}\n  2️⃣f:\n  g: {description: 3️⃣''}\n  h: {description:4️⃣ }",
            Finding("1️⃣", .missingKey, "the event \"e\" has no \"description\""), Finding("2️⃣", .missingKey),
            Finding("3️⃣", .invalidValue, "empty"), Finding("4️⃣", .wrongType, "not nothing"))
    }

    @Test func `unknown keys and values get the word that was meant`() {
        expect(
            """
            events:
              e:
                description: D.
                1️⃣severty: info
                severity: 2️⃣warnin
                stability: 3️⃣stabel
                4️⃣colour: red
                properties:
                  p: {type: 5️⃣integer, description: D.}
                  q: {type: string, 6️⃣max_lenght: 5, description: D.}
                  r: {type: 7️⃣strang, description: D.}
                  s: {type: duration, unit: 8️⃣milliseconds, description: D.}
            """,
            Finding("1️⃣", .unknownKey, "did you mean \"severity\"?", replacement: "severity"),
            Finding("2️⃣", .invalidValue, "did you mean \"warn\"?", replacement: "warn"),
            Finding("3️⃣", .invalidValue, "did you mean \"stable\"?", replacement: "stable"),
            Finding("4️⃣", .unknownKey, "expected \"description\", \"severity\""),
            Finding("5️⃣", .invalidValue, "did you mean \"int\"?", replacement: "int"),
            Finding("6️⃣", .unknownKey, "did you mean \"max_length\"?", replacement: "max_length"),
            Finding("7️⃣", .invalidValue, "did you mean \"string\"?", replacement: "string"),
            Finding("8️⃣", .invalidValue, "did you mean \"ms\"?", replacement: "ms"))
    }

    @Test(arguments: Severity.acceptedNames)
    func `a severity is written by any of its names`(name: String) throws {
        let result = expect("events:\n  e: {description: D., severity: \(name)}")
        #expect(try #require(result.catalog).events[0].severity == Severity(name: name))
    }

    @Test(arguments: [
        ("critical", "fatal"), ("ERR", "error"), ("WARN", "warn"), ("notice", "info"), ("wran", "warn"),
    ])
    func `another word for a severity gets the one that was meant`(word: String, name: String) {
        expect(
            "events:\n  e: {description: D., severity: 1️⃣\(word)}",
            Finding("1️⃣", .invalidValue, "did you mean \"\(name)\"?", replacement: name))
    }

    @Test func `a quoted word is fixed inside its quotes`() {
        expect(
            "events:\n  e: {description: D., severity: 1️⃣\"Warning\", 2️⃣'ownr': x}",
            Finding("1️⃣", .invalidValue, replacement: "warn"), Finding("2️⃣", .unknownKey, replacement: "owner"))
    }

    @Test func `values out of range are refused`() {
        expect(
            """
            events:
              e: {description: D., sample_rate: 1️⃣1.5, expires: 2️⃣2026-02-30, since: 3️⃣soon}
              f: {description: D., sample_rate: 4️⃣-0.1, expires: 5️⃣tomorrow, owner: 6️⃣[a]}
              g: {description: D., sample_rate: 7️⃣.nan, include: 8️⃣g}
            """,
            Finding("1️⃣", .invalidValue, "0 through 1"), Finding("2️⃣", .invalidValue, "YYYY-MM-DD"),
            Finding("3️⃣", .invalidValue), Finding("4️⃣", .invalidValue), Finding("5️⃣", .invalidValue),
            Finding("6️⃣", .wrongType), Finding("7️⃣", .wrongType, "finite"),
            Finding("8️⃣", .wrongType, "list of names"))
    }

    @Test(arguments: [
        ("foo bar", "\" \" at byte 4"), ("_x", "begin"), ("1st", "begin"), ("x_", "ends"),
        ("a__b", "two separators"),
        ("🏴", "begin"), ("caf\u{E9}", "\"\u{E9}\" at byte 4"), ("a/b", "\"/\""),
        (String(repeating: "a", count: 200), "200 bytes"),
    ])
    func `a name that is not legal is refused with the reason`(name: String, reason: String) {
        expect("events:\n  1️⃣\"\(name)\": {description: D.}", Finding("1️⃣", .invalidName, reason))
        expect("groups:\n  1️⃣\"\(name)\": {}", Finding("1️⃣", .invalidName, reason))
        expect(
            "events:\n  e: {description: D., properties: {1️⃣\"\(name)\": {type: int, description: D.}}}",
            Finding("1️⃣", .invalidName, reason))
        expect("context: {1️⃣\"\(name)\": {type: int, description: D.}}", Finding("1️⃣", .invalidName, reason))
        expect("removed: {1️⃣\"\(name)\": {}}", Finding("1️⃣", .invalidName, reason))
    }

    @Test(arguments: [
        "timestamp", "event", "severity", "record_id", "catalog", "sample_rate", "violations",
        "log.record.uid",
    ])
    func `a name that every record has is reserved`(name: String) {
        let property = "{type: int, description: D.}"
        expect(
            "events:\n  e: {description: D., properties: {1️⃣\(name): \(property)}}",
            Finding("1️⃣", .reservedName, "\"\(name)\""))
        expect("context: {1️⃣\(name): \(property)}", Finding("1️⃣", .reservedName))
        expect("groups: {g: {1️⃣\(name): \(property)}}", Finding("1️⃣", .reservedName))
    }

    @Test func `what a deprecated event is replaced by exists and is another`() {
        expect(
            """
            events:
              session_created: {description: D.}
              a: {description: D., deprecated: {replaced_by: 1️⃣sesion_created}}
              b: {description: D., deprecated: {replaced_by: 2️⃣b}}
              c: {description: D., deprecated: {replaced_by: 3️⃣nothing_like_it, 4️⃣resaon: R.}}
              d: {description: D., deprecated: 5️⃣true}
            """,
            Finding(
                "1️⃣", .unknownReplacement, "did you mean \"session_created\"?", replacement: "session_created"),
            Finding("2️⃣", .unknownReplacement, "itself"), Finding("3️⃣", .unknownReplacement, "no event"),
            Finding("4️⃣", .unknownKey, "\"reason\""), Finding("5️⃣", .wrongType))
    }

    @Test func `what a deprecated property is replaced by stands beside it`() {
        expect(
            """
            context:
              user: {type: string, description: D., deprecated: {replaced_by: 1️⃣usr_id}}
              user_id: {type: string, description: D.}
            groups:
              g:
                a: {type: int, description: D., deprecated: {replaced_by: b}}
                b: {type: int, description: D., deprecated: {replaced_by: 2️⃣b}}
            events:
              e:
                description: D.
                include: [g]
                properties:
                  c: {type: int, description: D., deprecated: {replaced_by: a}}
                  d: {type: int, description: D., deprecated: {replaced_by: 3️⃣zz}}
            """,
            Finding("1️⃣", .unknownReplacement, "did you mean \"user_id\"?"),
            Finding("2️⃣", .unknownReplacement, "itself"),
            Finding("3️⃣", .unknownReplacement, "no property \"zz\""))
    }

    @Test func `the name of a removed event stays unused`() {
        expect(
            [
                "a.yaml": "events: {1️⃣gone: {description: D.}}",
                "b.yaml": "removed: {2️⃣gone: {since: 1.0.0, 3️⃣why: x}, lost: }",
                "c.yaml": "removed: {4️⃣gone: {}}",
            ],
            Finding("1️⃣", .removedName, "new name", notes: ["2️⃣"]), Finding("3️⃣", .unknownKey),
            Finding("4️⃣", .duplicateName, "removed event", notes: ["2️⃣"]))
    }

    @Test func `events, groups and removed events are declared once over all files`() {
        expect(
            [
                "a.yaml": "events: {1️⃣e: {description: D.}}\ngroups: {3️⃣g: {}}",
                "b.yaml": "events: {2️⃣e: {description: D.}}\ngroups: {4️⃣g: {}}",
            ],
            Finding("2️⃣", .duplicateName, "the event \"e\"", notes: ["1️⃣"]),
            Finding("4️⃣", .duplicateName, "the group \"g\"", notes: ["3️⃣"]))
    }

    @Test func `links are whole addresses and tags are words, each once`() {
        expect(
            """
            catalog: {name: a, version: 1.0.0}
            events:
              e:
                description: D.
                links: [1️⃣nope, 2️⃣"https://", 3️⃣'https://x/"><script>', 8️⃣https://x.example/a?b=1#c, 4️⃣https://x.example/a?b=1#c]
                tags: [9️⃣one two, 5️⃣' a ', 6️⃣"x\\ny", 7️⃣one two]
            """,
            Finding("1️⃣", .invalidValue, "not the address of a page"), Finding("2️⃣", .invalidValue),
            Finding("3️⃣", .invalidValue),
            Finding("4️⃣", .duplicateValue, notes: ["8️⃣"]), Finding("5️⃣", .invalidValue, "not a tag"),
            Finding("6️⃣", .invalidValue), Finding("7️⃣", .duplicateValue, notes: ["9️⃣"]))
    }
}
