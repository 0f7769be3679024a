import CatalogModel
import Recordings
import Testing

@Suite struct VerificationTests {
    @Test func `a good record has no findings`() throws {
        let all = order([
            "code": #""ABC""#, "note": #""some words""#, "tags": #"["a","b"]"#,
            "trace": #""0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3c""#,
            "page": #""https://example.org/a""#, "peer": #""k:0123456789abcdef0123456789abcdef""#,
            "at": #""2026-01-01T10:00:00Z""#,
            "is_gift": "true", "card": #""********1234""#, "password": #""[redacted]""#,
        ])
        let result = try verify(order() + all + order(["session_id": "null", "user_id": #""anonymous""#]))
        #expect(result.lines == [])
        #expect(result.counts.records == 3)
        #expect(result.counts.flawed == 0)
    }

    /// What is wrong with one value of a good record, and what is said of it.
    struct Flaw: CustomTestStringConvertible, Sendable {
        var name: String
        var value: String?
        var message: String
        var testDescription: String { "\(name) \(value ?? "left out")" }

        init(_ name: String, _ value: String?, _ message: String) {
            self.name = name
            self.value = value
            self.message = message
        }
    }

    @Test(arguments: [
        Flaw("amount", nil, #"error: "amount" of "order_placed" is missing [missing-property]"#),
        Flaw("user_id", nil, #"error: "user_id" of the context is missing [missing-property]"#),
        Flaw("amount", "0", #"error: "amount" of "order_placed" is 0; expected 1 to 100 [out-of-range]"#),
        Flaw("amount", "101", #"error: "amount" of "order_placed" is 101; expected 1 to 100 [out-of-range]"#),
        Flaw(
            "amount", "5.0",
            #"error: "amount" of "order_placed" is a number with a fraction; expected the type "int" [wrong-property-type]"#
        ),
        Flaw(
            "amount", "99999999999999999999",
            #"error: "amount" of "order_placed" is a whole number; expected the type "int" [wrong-property-type]"#
        ),
        Flaw(
            "amount", #""5""#,
            #"error: "amount" of "order_placed" is a string; expected the type "int" [wrong-property-type]"#),
        Flaw(
            "amount", "null",
            #"error: "amount" of "order_placed" is null; leave out what is not known; only context without a default is null [null-property]"#
        ),
        Flaw(
            "user_id", "null",
            #"error: "user_id" of the context is null; leave out what is not known; only context without a default is null [null-property]"#
        ),
        Flaw(
            "took_ms", "-0.5",
            #"error: "took_ms" of "order_placed" is -0.5; expected a finite number, not below 0 if it is a duration or a byte count [out-of-range]"#
        ),
        Flaw(
            "took_ms", #""NaN""#,
            #"error: "took_ms" of "order_placed" is NaN; expected a finite number, not below 0 if it is a duration or a byte count [out-of-range]"#
        ),
        Flaw(
            "took_ms", "true",
            #"error: "took_ms" of "order_placed" is a truth value; expected the type "duration" [wrong-property-type]"#
        ),
        Flaw(
            "method", #""carb""#,
            #"error: "method" of "order_placed" is "carb", which is none of its values; did you mean "card"? [unknown-enum-value]"#
        ),
        Flaw(
            "method", #""cheque""#,
            #"error: "method" of "order_placed" is "cheque", which is none of its values; expected "card" or "cash" [unknown-enum-value]"#
        ),
        Flaw(
            "code", #""ABCDEFGHI""#,
            #"error: "code" of "order_placed" is longer than 8 characters [too-long]"#),
        Flaw(
            "code", #""abc""#,
            #"error: "code" of "order_placed" is "abc", which does not match "[A-Z]+" [pattern-mismatch]"#),
        Flaw(
            "code", "1",
            #"error: "code" of "order_placed" is a whole number; expected the type "string" [wrong-property-type]"#
        ),
        Flaw(
            "tags", #"["a","b","c"]"#,
            #"error: "tags" of "order_placed" has 3 elements; expected at most 2 [too-many-items]"#),
        Flaw(
            "tags", #"["a",1]"#,
            #"error: "tags" of "order_placed" is a whole number; expected the type "list of string" [wrong-property-type]"#
        ),
        Flaw(
            "tags", #""a""#,
            #"error: "tags" of "order_placed" is a string; expected the type "list of string" [wrong-property-type]"#
        ),
        Flaw(
            "trace", #""0b3cdd3e""#,
            #"error: "trace" of "order_placed" is "0b3cdd3e", which is not the form of the type "uuid" [invalid-format]"#
        ),
        Flaw(
            "at", #""yesterday""#,
            #"error: "at" of "order_placed" is "yesterday", which is not the form of the type "timestamp" [invalid-format]"#
        ),
        Flaw(
            "at", #""2026-02-30T10:00:00Z""#,
            #"error: "at" of "order_placed" is "2026-02-30T10:00:00Z", which is not the form of the type "timestamp" [invalid-format]"#
        ),
        Flaw(
            "at", #""1850-02-30T10:00:00Z""#,
            #"error: "at" of "order_placed" is "1850-02-30T10:00:00Z", which is not the form of the type "timestamp" [invalid-format]"#
        ),
        Flaw(
            "at", #""2026-01-01T24:00:00Z""#,
            #"error: "at" of "order_placed" is "2026-01-01T24:00:00Z", which is not the form of the type "timestamp" [invalid-format]"#
        ),
        Flaw(
            "peer", #"":::::""#,
            #"error: "peer" of "order_placed" is ":::::", which is not the form of the type "ip" [invalid-format]"#
        ),
        Flaw(
            "peer", #""001.002.003.004""#,
            #"error: "peer" of "order_placed" is "001.002.003.004", which is not the form of the type "ip" [invalid-format]"#
        ),
        Flaw(
            "peer", #""1.2.3.256""#,
            #"error: "peer" of "order_placed" is "1.2.3.256", which is not the form of the type "ip" [invalid-format]"#
        ),
        Flaw(
            "peer", #""12345::""#,
            #"error: "peer" of "order_placed" is "12345::", which is not the form of the type "ip" [invalid-format]"#
        ),
        Flaw(
            "trace", #""0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3g""#,
            #"error: "trace" of "order_placed" is "0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3g", which is not the form of the type "uuid" [invalid-format]"#
        ),
        Flaw(
            "page", #""https://a.example/x?token=1""#,
            #"error: "page" of "order_placed" has user information, a query or a fragment, which never leave the caller [raw-personal-data]"#
        ),
        Flaw(
            "page", #""https://u:p@a.example/x""#,
            #"error: "page" of "order_placed" has user information, a query or a fragment, which never leave the caller [raw-personal-data]"#
        ),
        Flaw(
            "peer", #""203.0.113.7""#,
            #"warning: "peer" of "order_placed" looks like an IP address; give the property a handling, or do not record it [suspected-personal-data]"#
        ),
        Flaw(
            "is_gift", "1",
            #"error: "is_gift" of "order_placed" is a whole number; expected the type "bool" [wrong-property-type]"#
        ),
        Flaw(
            "user_id", #""ann@example.org""#,
            #"error: "user_id" of the context is not as its handling "hash" leaves values [raw-personal-data]"#
        ),
        Flaw(
            "card", #""4111111111111111""#,
            #"error: "card" of "order_placed" is not as its handling "mask" leaves values [raw-personal-data]"#
        ),
        Flaw(
            "password", #""hunter2""#,
            #"error: "password" of "order_placed" is not as its handling "redact" leaves values [raw-personal-data]"#
        ),
        Flaw(
            "password", "7",
            #"error: "password" of "order_placed" is not as its handling "redact" leaves values [raw-personal-data]"#
        ),
        Flaw(
            "note", #""write to ann@example.org""#,
            #"warning: "note" of "order_placed" looks like an e-mail address; give the property a handling, or do not record it [suspected-personal-data]"#
        ),
        Flaw(
            "ammount", "5",
            #"error: "order_placed" has no property "ammount"; did you mean "amount"? [unknown-property]"#),
        Flaw(
            "price", "5",
            #"error: "order_placed" has the property "price", which was removed in version 1.9.0; it had no currency [removed-property]"#
        ),
        Flaw(
            "old_code", #""A""#,
            #"warning: "old_code" of "order_placed" is deprecated; use "code" [deprecated-property]"#),
        Flaw(
            "event", #""order_plased""#,
            #"error: the catalog has no event "order_plased"; did you mean "order_placed"? [unknown-event]"#),
        Flaw(
            "event", #""order_done""#,
            #"error: the event "order_done" was removed in version 1.5.0; nobody looked at it [removed-event]"#
        ),
        Flaw("event", "7", #"error: the event's name is no string [invalid-header]"#),
        Flaw(
            "timestamp", #""now""#,
            #"error: "order_placed" has no time as RFC 3339 text, or in nanoseconds since 1970 [invalid-header]"#
        ),
        Flaw(
            "severity", nil,
            #"error: "order_placed" has no severity; expected "trace", "debug", "info", "warn", "error" or "fatal" [invalid-header]"#
        ),
        Flaw(
            "violations", #""code: pattern""#,
            #"warning: the sender marked "order_placed" as breaking its catalog: "code: pattern" [marked-violation]"#
        ),
    ])
    func `a flaw is found, and nothing else`(_ flaw: Flaw) throws {
        let line = order([flaw.name: flaw.value])
        let lines = try verify(line).lines.map { String($0.drop { $0 != " " }.dropFirst()) }
        #expect(lines.contains(flaw.message), "\(lines)")
        #expect(
            lines.count == 1 || flaw.name == "event" || flaw.name == "timestamp" || flaw.name == "severity",
            "\(lines)")
    }

    @Test func `a finding says where it is, to the byte`() throws {
        let line = order(["amount": "0"])
        let key = "\"amount\":"
        let before = try #require(line.split(separator: key).first)
        let column = before.utf8.count + key.utf8.count + 1
        #expect(
            try verify(order() + "\n" + line).lines.first?.hasPrefix("a.jsonl:3:\(column): error") == true)
    }

    @Test func `what occurs a million times is told once, with its number and first places`() throws {
        let result = try verify(String(repeating: order(["amount": "0"]), count: 5000))
        let diagnostics = result.diagnostics()
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.message.hasSuffix("(5,000 times)") == true)
        #expect(diagnostics.first?.notes.map(\.location.line) == [2, 3])
        #expect(result.counts.flawed == 5000)
    }

    @Test func `names that the catalog does not know are told apart up to a limit`() throws {
        let text = (0..<3000).map { order(event: "made_up_\($0)") }.joined()
        let diagnostics = try verify(text).diagnostics()
        #expect(diagnostics.count == 501)
        #expect(
            diagnostics.contains { $0.message == "more events that the catalog does not have (2,500 times)" })
    }

    @Test(arguments: [
        ("", "it is empty"), ("\n \n", "it holds blank lines only"), ("nonsense\n", "1 line cannot be read"),
        (#"{"resourceSpans":[]}"# + "\n", "1 line of spans or metrics"),
        (
            #"{"resourceLogs":[{"scopeLogs":[{"logRecords":[{},{}]}]}]}"# + "\n",
            "2 log records without an event's name"
        ),
    ])
    func `a recording without an event is an error, and says why`(_ text: String, _ reason: String) throws {
        let diagnostics = try verify(text).diagnostics()
        #expect(diagnostics.first?.rule == "empty-recording")
        #expect(diagnostics.first?.severity == .error)
        #expect(diagnostics.first?.message == "the recording has no event: \(reason)")
    }

    @Test func `lines that cannot be read are told with place and reason, and reading goes on`() throws {
        let text = "{\"event\":\n" + order() + "[]\n" + "{\"event\":\"order_placed\",}\n"
        let result = try verify(text)
        #expect(result.counts.records == 1)
        #expect(
            result.lines == [
                "a.jsonl:1:10: error: not JSON: the line ends in the middle of a value [invalid-json]",
                "a.jsonl:3:1: error: expected a record with a key \"event\", or OTLP logs with a key \"resourceLogs\" [not-a-record]",
                "a.jsonl:4:25: error: not JSON: expected a key in quotes [invalid-json]",
            ])
    }

    @Test func `a key given twice is an error`() throws {
        let line = order().replacing("\"amount\":5", with: "\"amount\":5,\"amount\":6")
        #expect(try verify(line).rules == ["duplicate-key"])
    }

    @Test func `deprecated events are warnings and expired ones errors`() throws {
        #expect(
            try verify(order(event: "order_made")).lines.first?.hasSuffix(
                #"warning: "order_made" is deprecated; use "order_placed" [deprecated-event]"#) == true)
        #expect(try verify(order(event: "order_lost")).rules == [])
        let late = order(event: "order_lost", head: ["timestamp": #""2026-02-01T00:00:00Z""#])
        #expect(try verify(late).rules == ["expired-event"])
    }

    @Test func `a record is judged by the version that it names, if that is at hand`() throws {
        let older = sampleCatalog.replacing("version: 2.0.0", with: "version: 1.0.0")
            .replacing("values: [card, cash]", with: "values: [card, cash, shells]")
        let shells = order(["method": #""shells""#], head: ["catalog": #""shop/1.0.0""#])
        #expect(try verify(shells, others: [older]).rules == [])
        let alone = try verify(shells)
        #expect(alone.rules == ["unknown-enum-value"])
        #expect(
            alone.notes() == [#"1 record made with "shop/1.0.0", which is not at hand, judged by shop/2.0.0"#]
        )
        #expect(try verify(order(["method": #""shells""#]), others: [older]).rules == ["unknown-enum-value"])
        let mixed = try verify(shells + order() + shells + order(["method": #""shells""#]), others: [older])
        #expect(mixed.lines.count == 1 && mixed.lines[0].hasPrefix("a.jsonl:4:"))
    }

    @Test func `records of a catalog that was not given are counted and not judged`() throws {
        let foreign = order(
            ["method": #""shells""#], event: "unheard_of", head: ["catalog": #""storage/0.1.0""#])
        let mixed = try verify(order() + foreign + foreign + order())
        #expect(mixed.rules == [])
        #expect(mixed.counts.known == 2)
        #expect(mixed.notes() == [#"2 records of catalog "storage/0.1.0", which was not given"#])
        let alone = try verify(foreign)
        #expect(alone.rules == ["empty-recording"])
        #expect(
            alone.diagnostics().first?.message
                == #"the recording has no event of a catalog that was given: 1 record of catalog "storage/0.1.0", which was not given"#
        )
    }

    @Test func `a record is judged by its own catalog if several are given`() throws {
        let storage = """
            catalog: {name: storage, version: 0.1.0}
            events: {row_written: {description: R., properties: {table: {type: string, description: T.}}}}
            """
        let row =
            #"{"timestamp":"2026-01-01T10:00:00Z","event":"row_written","severity":"info","catalog":"storage/0.1.0","table":1}"#
        let result = try verify(order() + row + "\n", others: [storage])
        #expect(result.rules == ["wrong-property-type"])
        let later = row.replacing("0.1.0", with: "0.2.0").replacing(":1}", with: #":"a"}"#)
        #expect(
            try verify(order() + later + "\n", others: [storage]).notes() == [
                #"1 record made with "storage/0.2.0", which is not at hand, judged by storage/0.1.0"#
            ])
    }

    @Test func `records without a catalog are judged by the current one, and counted`() throws {
        let result = try verify(order(head: ["catalog": nil]))
        #expect(result.rules == [])
        #expect(result.notes() == ["1 record without a catalog's name, judged by shop/2.0.0"])
    }

    @Test func `an OTLP record gets the findings of the same record in our own form`() throws {
        let line = #"""
            {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":"1767261600000000000","severityNumber":9,"eventName":"order_placed","attributes":[
            {"key":"catalog","value":{"stringValue":"shop/2.0.0"}},{"key":"user_id","value":{"stringValue":"ann"}},{"key":"session_id","value":{}},
            {"key":"amount","value":{"intValue":"500"}},{"key":"took_ms","value":{"doubleValue":"Infinity"}},{"key":"method","value":{"stringValue":"cash"}},
            {"key":"tags","value":{"arrayValue":{"values":[{"stringValue":"a"},{"intValue":"1"}]}}},{"key":"is_gift","value":{"stringValue":"yes"}}]}]}]}]}
            """#.replacing("\n", with: "")
        #expect(
            try verify(line).rules == [
                "raw-personal-data", "out-of-range", "out-of-range", "wrong-property-type",
                "wrong-property-type",
            ])
    }

    // MARK: Coverage

    @Test func `coverage counts what was seen of events, properties and values`() throws {
        let coverage = try verify(order()).coverage
        #expect(coverage.events == Coverage.Share(seen: 1, total: 3))
        // Two of the context, and of the fourteen of order_placed that are not deprecated three, and one of order_failed.
        #expect(coverage.properties == Coverage.Share(seen: 5, total: 16))
        #expect(coverage.values == Coverage.Share(seen: 1, total: 2))
        #expect(coverage.missingEvents == ["order_failed", "order_lost"])
        #expect(coverage.missingValues == ["order_placed.method=cash"])
        #expect(coverage.missingProperties.contains("order_placed.code"))
        #expect(try verify(order() + order(["method": #""cash""#])).coverage.missingValues == [])
    }

    @Test func `less coverage than asked for is an error`() throws {
        let result = try verify(order())
        #expect(result.diagnostics(minimumCoverage: 33).map(\.rule) == [])
        #expect(result.diagnostics(minimumCoverage: 34).map(\.rule) == ["low-coverage"])
        #expect(
            result.diagnostics(minimumCoverage: 34).first?.message
                == "the recording covers 33.3 % of the catalog, less than the 34 % asked for")
    }
}
