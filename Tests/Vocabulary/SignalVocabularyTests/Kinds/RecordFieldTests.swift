import SignalVocabulary
import Testing

@Suite struct RecordFieldTests {
    @Test func `a field is found by its name, and by no other`() {
        for field in RecordField.allCases { #expect(RecordField(rawValue: field.rawValue) == field) }
        #expect(Set(RecordField.allCases.map(\.rawValue)).count == RecordField.allCases.count)
        #expect(RecordField.isReserved("sample_rate") && !RecordField.isReserved("sampleRate"))
    }
}
