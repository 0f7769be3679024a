import SignalVocabulary
import Testing

@Suite struct SeverityTests {
    @Test(arguments: zip(Severity.allCases, [1, 5, 9, 13, 17, 21]))
    func `a severity has OpenTelemetry's number`(severity: Severity, number: UInt8) {
        #expect(severity.number == number)
        #expect(severity.rawValue == number)
        #expect(Severity(number: Int64(number)) == severity)
    }

    @Test(arguments: 1...24)
    func `each name has four numbers`(number: Int64) throws {
        let severity = try #require(Severity(number: number))
        #expect(severity.rank == Int(number - 1) / 4)
        #expect(Severity.allCases[severity.rank] == severity)
    }

    @Test(arguments: [0, -1, 25, .min, .max])
    func `no other number has a name`(number: Int64) { #expect(Severity(number: number) == nil) }

    @Test(arguments: zip(Severity.allCases, ["trace", "debug", "info", "warn", "error", "fatal"]))
    func `a name and its text lead back to the severity`(severity: Severity, name: String) {
        #expect(severity.name == name)
        #expect(severity.text == name.uppercased())
        #expect(Severity(name: name) == severity)
        for text in [severity.name, severity.text, severity.text + "2", severity.text + "4"] {
            #expect(recorded(text) == severity, "\(text)")
        }
    }

    @Test func `warning is another word for warn in the catalog, and nothing else is accepted`() {
        #expect(Severity(name: "warning") == .warning)
        #expect(Severity.acceptedNames == ["trace", "debug", "info", "warn", "warning", "error", "fatal"])
        for name in Severity.acceptedNames { #expect(Severity(name: name) != nil) }
        for name in ["", "WARN", "Warning", "warnings", "err", "notice"] {
            #expect(Severity(name: name) == nil, "\(name)")
        }
    }

    @Test(arguments: [
        "", "w", "war", "warning", "warn1", "warn5", "warn22", "info0", "TRACE23", "inf\u{69}x", "ＷＡ",
    ])
    func `any other text of a record is no severity`(text: String) { #expect(recorded(text) == nil) }

    @Test func `severities are in the order of how bad they are`() {
        #expect(Severity.allCases.sorted() == Severity.allCases)
        #expect(Severity.trace < .debug)
        #expect(Severity.error < .fatal)
    }

    private func recorded(_ text: String) -> Severity? {
        Array(text.utf8).withUnsafeBufferPointer { Severity(recorded: $0) }
    }
}
