import Testing

@testable import CatalogModel

@Suite struct `What a catalog says about its own changes` {
    @Test func `former names, tombstones and approvals are in the model`() throws {
        let result = expect(
            """
            catalog:
              name: a
              version: 2.0.0
              approvals:
                - {change: property-removed order_placed.total, until: 2027-01-31, reason: Nobody read it.}
            context:
              account_id: {type: string, description: A., renamed_from: account}
            events:
              order_placed:
                description: O.
                renamed_from: order_created
                removed:
                  total: {since: 2.0.0, reason: Wrong currency.}
                  vat:
                properties:
                  state: {type: enum, values: [{value: paid, renamed_from: payed}, open], description: S., renamed_from: status}
            """)
        let catalog = try #require(result.catalog)
        #expect(
            catalog.approvals == [
                Approval(
                    change: "property-removed order_placed.total", until: "2027-01-31",
                    reason: "Nobody read it.",
                    location: SourceLocation(path: "signals.yaml", line: 5, column: 16, length: 35))
            ])
        #expect(catalog.context.first?.property.renamedFrom == "account")
        let event = try #require(catalog.events.first)
        #expect(event.renamedFrom == "order_created")
        #expect(event.removed.map(\.name) == ["total", "vat"])
        #expect(event.removed.map(\.reason) == ["Wrong currency.", nil])
        #expect(event.properties.first?.renamedFrom == "status")
        guard case .enumeration(let values) = event.properties.first?.type else {
            Issue.record("no enumeration")
            return
        }
        #expect(values.values.map(\.renamedFrom) == ["payed", nil])
    }

    @Test func `a former name that something still has is refused`() {
        expect(
            """
            context:
              6️⃣user: {type: string, description: U.}
              1️⃣user_id: {type: string, description: I., renamed_from: user}
            groups:
              base:
                7️⃣a: {type: int, description: A.}
                2️⃣b: {type: int, description: B., renamed_from: a}
            events:
              3️⃣first: {description: F., renamed_from: second}
              8️⃣second: {description: S.}
              third:
                description: T.
                include: [base]
                properties:
                  4️⃣c: {type: int, description: C., renamed_from: b}
                  d: {type: enum, values: [9️⃣one, 5️⃣{value: two, renamed_from: one}], description: D.}
            """,
            Finding("1️⃣", .formerName, "\"user_id\" cannot be renamed from \"user\"", notes: ["6️⃣"]),
            Finding("2️⃣", .formerName, "there is a property of the group \"base\"", notes: ["7️⃣"]),
            Finding("3️⃣", .formerName, "there is an event of that name", notes: ["8️⃣"]),
            Finding("4️⃣", .formerName, "there is a property of the event \"third\"", notes: ["2️⃣"]),
            Finding("5️⃣", .formerName, "it is still listed", notes: ["9️⃣"]))
    }

    @Test func `two things with one former name are refused`() {
        expect(
            """
            events:
              1️⃣first: {description: F., renamed_from: old}
              2️⃣second: {description: S., renamed_from: old}
              third:
                description: T.
                properties:
                  3️⃣a: {type: int, description: A., renamed_from: z}
                  4️⃣b: {type: int, description: B., renamed_from: z}
                  c: {type: enum, values: [5️⃣{value: one, renamed_from: x}, 6️⃣{value: two, renamed_from: x}], description: C.}
            """,
            Finding("2️⃣", .formerName, "a second event is renamed from \"old\"", notes: ["1️⃣"]),
            Finding("4️⃣", .formerName, "a second property of the event \"third\"", notes: ["3️⃣"]),
            Finding("6️⃣", .formerName, "a second value is renamed from \"x\"", notes: ["5️⃣"]))
    }

    @Test func `nothing is renamed from itself or from what is no name`() {
        expect(
            """
            events:
              1️⃣first: {description: F., renamed_from: first}
              second: {description: S., renamed_from: 2️⃣"a b"}
              third: {description: T., renamed_from: 3️⃣[a]}
              fourth:
                description: F.
                properties:
                  4️⃣a: {type: int, description: A., renamed_from: a}
                  b: {type: enum, values: [5️⃣{value: one, renamed_from: one}], description: B.}
            """,
            Finding("1️⃣", .formerName, "name what it was called before"),
            Finding("2️⃣", .invalidName, "an event"),
            Finding("3️⃣", .wrongType, "\"renamed_from\" must be a text"),
            Finding("4️⃣", .formerName, "name what it was called before"),
            Finding("5️⃣", .formerName, "still listed"))
    }

    @Test func `a property with the name of a removed one of its event is refused`() {
        expect(
            """
            groups:
              base: {1️⃣total: {type: int, description: T.}}
            events:
              first:
                description: F.
                include: [base]
                removed:
                  2️⃣total: {reason: Gone.}
                  3️⃣"a b": {}
                  other: {4️⃣reasn: Gone.}
            """,
            Finding("1️⃣", .removedName, "the property \"total\"", "\"first\"", notes: ["2️⃣"]),
            Finding("3️⃣", .invalidName, "a removed property"),
            Finding(
                "4️⃣", .unknownKey, "of a removed property", "did you mean \"reason\"?", replacement: "reason"))
    }

    @Test func `an approval names a change, a day and a reason`() {
        expect(
            """
            catalog:
              name: a
              version: 1.0.0
              approvals:
                - 1️⃣{change: event-removed a}
                - 2️⃣event-removed b
                - {change: event-removed c, until: 3️⃣2027-02-30, reason: 4️⃣""}
                - {change: 5️⃣event-removed d, until: 2027-02-28, reason: R.}
                - {change: 6️⃣event-removed d, until: 2027-02-28, reason: R., 7️⃣unti: x}
            """,
            Finding("1️⃣", .missingKey, "\"until\"", "YYYY-MM-DD"),
            Finding("1️⃣", .missingKey, "\"reason\"", "say why"),
            Finding("2️⃣", .wrongType, "a list of mappings"),
            Finding("3️⃣", .invalidValue, "a day that exists"),
            Finding("4️⃣", .invalidValue, "\"reason\" is empty"),
            Finding("6️⃣", .duplicateValue, "approved twice", notes: ["5️⃣"]),
            Finding("7️⃣", .unknownKey, "of an approval", replacement: "until"))
        expect(
            "catalog: {name: a, version: 1.0.0, approvals: 1️⃣{change: x}}",
            Finding("1️⃣", .wrongType, "a list of approvals"))
    }
}
