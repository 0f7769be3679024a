import Foundation
import Testing

@Suite struct EnumerationTests {
    @Test func `a closed enumeration is an enum in its event`() throws {
        let swift = try Emission.events(
            """
            events:
              e:
                description: E.
                properties:
                  method:
                    type: enum
                    description: M.
                    values: [GET, default, { value: "1.1", name: old, description: The old one. }]
                  second: { type: enum, values: [a], description: S., required: false }
            """)
        expect(
            swift,
            has: """
                /// The values of `method`.
                enum Method: Signalbook.ClosedEnumeration {
                    case get
                    case `default`
                    /// The old one.
                    case old

                    /// The value as it is on the wire.
                    var wireValue: Swift.StaticString {
                        switch self {
                        case .get: "GET"
                        case .`default`: "default"
                        case .old: "1.1"
                        }
                    }

                    /// The value that is this text on the wire; nil where the catalog lists none.
                    init?(rawValue: Swift.String) {
                        self.init(rawValue: rawValue, among: .get, .`default`, .old)
                    }
                }
                """)
        expect(swift, has: "let method: Method")
        expect(swift, has: #"properties.enumeration("method", method.wireValue)"#)
        expect(swift, has: #"properties.enumeration("second", second?.wireValue)"#)
        expect(swift, has: "static func e(method: E.Method, second: E.Second? = nil) -> Self {")
    }

    @Test(arguments: [
        (100, [100]), (101, [50, 51]), (201, [67, 67, 67]), (1000, Array(repeating: 100, count: 10)),
    ])
    func `the values of a large closed enumeration are dealt out to several switches`(
        count: Int, parts: [Int]
    ) throws {
        let values = (0..<count).map { "v\($0)" }
        let swift = try Emission.events(
            "events: { e: { description: E., properties: { p: { type: enum, description: P., values: [\(values.joined(separator: ", "))] } } } }"
        )
        let switches = swift.components(separatedBy: "switch self {\n").dropFirst()
            .map { $0.prefix { $0 != "}" }.split(separator: "\n").dropLast() }
        #expect(switches.count == parts.count)
        var first = 0
        for (index, lines) in switches.enumerated() {
            let isLast = index == parts.count - 1
            #expect(lines.count == parts[index] + (isLast ? 0 : 1))
            for (value, line) in zip(values[first..<first + parts[index]], lines) {
                let isDefault = isLast && index > 0 && value == values.last
                #expect(line.hasSuffix(isDefault ? "default: \"\(value)\"" : "case .\(value): \"\(value)\""))
            }
            if !isLast {
                #expect(lines.last?.hasSuffix("default: wireValue\(index + 2)") == true)
                expect(swift, has: "private var wireValue\(index + 2): Swift.StaticString {")
            }
            first += parts[index]
        }
        #expect(first == count)
    }

    @Test func `an open enumeration is a structure that takes any value`() throws {
        let swift = try Emission.events(
            """
            events:
              e:
                description: E.
                properties: { provider: { type: enum, open: true, values: [openai, gpt-4o], description: P. } }
            """)
        expect(
            swift,
            has: """
                /// The values of `provider` that the catalog lists; others may be sent too.
                struct Provider: Signalbook.OpenEnumeration {
                    let rawValue: Swift.String

                    init(rawValue: Swift.String) { self.rawValue = rawValue }

                    static var openai: Self { Self(rawValue: "openai") }
                    static var gpt4o: Self { Self(rawValue: "gpt-4o") }
                }
                """)
        expect(swift, has: #"properties.openEnumeration("provider", provider.rawValue)"#)
    }

    @Test func `an enumeration of a group is shared by the events which include it`() throws {
        let emission = try Emission([
            ("schema/catalog.yaml", Emission.header),
            (
                "schema/shared.yaml",
                """
                groups:
                  inner: { method: { type: enum, values: [GET], description: M. } }
                  request: { include: [inner], kind: { type: enum, values: [a, b], description: K. } }
                """
            ),
            ("schema/events.yaml", "events: { e: { description: E., include: [request] } }"),
        ])
        let shared = emission["shared.signals.swift"]
        expect(shared, has: "enum InnerValues {\n    /// The values of `method`.")
        expect(shared, has: "enum RequestValues {\n    /// The values of `kind`.")
        #expect(shared.components(separatedBy: "enum Method").count == 2)
        let events = emission["events.signals.swift"]
        expect(events, has: "typealias Method = InnerValues.Method")
        expect(events, has: "typealias Kind = RequestValues.Kind")
    }
}
