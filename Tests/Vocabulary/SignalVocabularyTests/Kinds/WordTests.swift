import SignalVocabulary
import Testing

@Suite struct WordTests {
    @Test func `the words of the catalog are these`() {
        #expect(
            PropertyKind.allCases.map(\.rawValue) == [
                "string", "text", "int", "double", "bool", "enum", "timestamp", "duration", "bytes", "uuid",
                "url", "ip",
                "list",
            ])
        #expect(Handling.allCases.map(\.rawValue) == ["hash", "redact", "mask", "truncate", "drop"])
        #expect(Sensitivity.allCases.map(\.rawValue) == ["public", "internal", "personal", "secret"])
        #expect(DeclaredKind.allCases.map(\.rawValue) == ["events", "metrics", "spans"])
        #expect(DurationUnit.allCases.map(\.rawValue) == ["ns", "us", "ms", "s", "min", "h", "d"])
        #expect(ByteUnit.allCases.map(\.rawValue) == ["B", "KiB", "MiB", "GiB", "kB", "MB", "GB"])
    }

    @Test func `the kinds of signals are those of OpenTelemetry`() {
        #expect(SignalKind.all.map(\.description) == ["logs", "spans", "metrics"])
        #expect(Set(SignalKind.all) == [.logs, .spans, .metrics])
    }

    @Test func `a kind describes itself by the catalog's word`() {
        for kind in PropertyKind.allCases { #expect(String(describing: kind) == kind.rawValue) }
    }

    @Test func `sensitivities are in the order of how private they are`() {
        #expect(Sensitivity.allCases.sorted() == Sensitivity.allCases)
        #expect(Sensitivity.public < .internal && Sensitivity.personal < .secret)
    }

    @Test func `units are exact`() {
        #expect(
            DurationUnit.allCases.map { $0.attoseconds / DurationUnit.milliseconds.attoseconds } == [
                1e-6, 1e-3, 1, 1e3, 6e4, 3.6e6, 8.64e7,
            ])
        #expect(
            ByteUnit.allCases.map(\.size) == [
                1, 1024, 1_048_576, 1_073_741_824, 1000, 1_000_000, 1_000_000_000,
            ])
    }

    @Test func `the fields of every record are reserved`() {
        for field in RecordField.allCases { #expect(RecordField.isReserved(field.rawValue)) }
        for name in ["", "Event", "event_name", "recordID", "body"] { #expect(!RecordField.isReserved(name)) }
    }
}
