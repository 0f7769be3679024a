import Recordings
import SignalVocabulary
import Testing

@Suite struct RecordReaderTests {
    @Test func `a flat line is one record, with its own fields apart`() throws {
        let found = try records(
            #"{"timestamp":"1970-01-01T00:00:01.5Z","event":"a","severity":"warn","record_id":"r","catalog":"c/1.0.0","sample_rate":0.5,"trace_id":"00","span_id":"0","body":"b","x":1,"y":[1,2],"z":null,"t":"é\n"}"#
        )
        #expect(
            found == [
                ReadRecord(
                    name: "a", time: 1_500_000_000, severity: .warning,
                    fields: ["x integer 1", "y list [1,2]", "z null -", "t string é\n"])
            ])
    }

    @Test func `an OTLP line has a record for each log record of all resources and scopes`() throws {
        let line = #"""
            {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"s"}}]},"scopeLogs":[
            {"scope":{"name":"n"},"logRecords":[
            {"timeUnixNano":"1500000000","severityNumber":13,"severityText":"WARN","eventName":"a","unknown":{"a":[1]},"attributes":[
            {"key":"log.record.uid","value":{"stringValue":"r"}},{"key":"catalog","value":{"stringValue":"c/1.0.0"}},
            {"key":"i","value":{"intValue":"-7"}},{"key":"j","value":{"intValue":7}},{"key":"d","value":{"doubleValue":1}},
            {"key":"n","value":{"doubleValue":"NaN"}},{"key":"b","value":{"boolValue":true}},{"key":"s","value":{"stringValue":"x"}},
            {"key":"e","value":{}},{"key":"bytes","value":{"bytesValue":"AA=="}}]},
            {"observedTimeUnixNano":"5","severityText":"ERROR2","eventName":"b"}]},{"logRecords":null}]},
            {"scopeLogs":[{"logRecords":[{"eventName":"c","timeUnixNano":"0","observedTimeUnixNano":6,"severityNumber":0,"severityText":"info"}]}]}]}
            """#.replacing("\n", with: "")
        #expect(
            try records(line) == [
                ReadRecord(
                    name: "a", time: 1_500_000_000, severity: .warning,
                    fields: [
                        "i integer -7", "j integer 7", "d number 1", "n notFinite NaN", "b bool true",
                        "s string x", "e null -",
                        "bytes bytes AA==",
                    ]),
                ReadRecord(name: "b", time: 5, severity: .error, fields: []),
                ReadRecord(name: "c", time: 6, severity: .info, fields: []),
            ])
    }

    @Test(arguments: [
        #"{"stringValue":1}"#, #"{"intValue":"x"}"#, #"{"intValue":1.5}"#, #"{"boolValue":"true"}"#,
        #"{"doubleValue":"1"}"#,
        #"{"arrayValue":[]}"#, #"{"kvlistValue":[]}"#, #"{"bytesValue":1}"#, "1",
    ])
    func `a value that is none of OTLP's is malformed`(_ value: String) throws {
        let line =
            #"{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"attributes":[{"key":"k","value":\#(value)}]}]}]}]}"#
        #expect(try records(line).first?.fields.first?.hasPrefix("k malformed") == true)
    }

    @Test func `elements of a list are the same in both forms`() throws {
        func elements(_ line: String) throws -> [String] {
            try withRecord(line) { record in
                var elements: [String] = []
                record.forEachElement(of: record.value(named: "l")) { element in
                    elements.append("\(element.kind) \(record.shownText(element) ?? "-")")
                    return true
                }
                return elements
            }
        }
        let expected = ["integer 1", "string a", "null -"]
        #expect(try elements(#"{"event":"e","l":[1,"a",null]}"#) == expected)
        let values = #"{"arrayValue":{"values":[{"intValue":"1"},{"stringValue":"a"},{}]}}"#
        #expect(
            try elements(
                #"{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"attributes":[{"key":"l","value":\#(values)}]}]}]}]}"#
            ) == expected)
    }

    @Test(arguments: [
        (#"{"a":1}"#, RecordProblem.Reason.unknownForm, 0), ("[]", .unknownForm, 0), ("7", .unknownForm, 0),
        (#"{"resourceLogs":{}}"#, .wrongStructure, 16), (#"{"resourceLogs":[1]}"#, .wrongStructure, 17),
        (#"{"resourceLogs":[{"scopeLogs":[{"logRecords":7}]}]}"#, .wrongStructure, 45),
    ])
    func `a line that holds no records is told from one that does`(
        _ line: String, _ reason: RecordProblem.Reason, _ offset: Int
    ) {
        #expect(throws: LineProblem.record(RecordProblem(reason, at: offset))) { try records(line) }
    }

    @Test func `spans and metrics are other signals and blank lines are nothing`() throws {
        var reader = RecordReader()
        for (line, isOther) in [
            (#"{"resourceSpans":[]}"#, true), (#"{"resourceMetrics":[]}"#, true), (" \t\r", false),
            ("", false),
        ] {
            let content = try Array(line.utf8).withUnsafeBufferPointer { bytes in try reader.begin(bytes) }
            switch content {
            case .records: Issue.record("\(line) has records")
            case .otherSignal: #expect(isOther)
            case .blank: #expect(!isOther)
            }
        }
    }

    @Test func `a key that stands twice is noticed, however it is written and however many there are`() throws
    {
        func duplicate(_ line: String) throws -> Int? { try withRecord(line) { $0.duplicate?.start } }
        #expect(try duplicate(#"{"event":"e","a":1,"b":2}"#) == nil)
        #expect(try duplicate(#"{"event":"e","a":1,"a":2}"#) == 20)
        #expect(try duplicate(#"{"event":"e","a":1,"\u0061":2}"#) == 20)
        #expect(try duplicate(#"{"event":"e","event":"f"}"#) == 14)
        let many = (0..<1000).map { "\"k\($0)\":1" }.joined(separator: ",")
        #expect(try duplicate("{\"event\":\"e\",\(many)}") == nil)
        #expect(try duplicate("{\"event\":\"e\",\(many),\"k7\":1}") != nil)
    }

    @Test func `a record of too many fields is refused`() {
        let many = (0..<5000).map { "\"k\($0)\":1" }.joined(separator: ",")
        #expect {
            try records("{\"event\":\"e\",\(many)}")
        } throws: { error in
            (error as? RecordProblem)?.reason == .tooManyFields
        }
    }

    @Test(arguments: RecordField.allCases.filter { $0 != .recordUID })
    func `a field that every record has is not among its properties`(field: RecordField) throws {
        try withRecord("{\"event\":\"x\"" + (field == .event ? "" : ",\"\(field.rawValue)\":\"x\"") + "}") {
            record in
            #expect(record.fields.isEmpty)
            #expect(record.text(record.value(named: field.rawValue)) == "x")
        }
    }

    @Test(arguments: ["warn", "WARN", "Warn", "WARN2", "warn4"])
    func `a severity is read in the words of our runtime and of OpenTelemetry`(word: String) throws {
        try withRecord("{\"event\":\"e\",\"severity\":\"\(word)\"}") { #expect($0.severityLevel == .warning) }
    }

    @Test(arguments: ["warning", "warn1", "warn5", "war", "", "w", "WARN22", "warnings"])
    func `any other word is no severity`(word: String) throws {
        try withRecord("{\"event\":\"e\",\"severity\":\"\(word)\"}") { #expect($0.severityLevel == nil) }
    }
}
