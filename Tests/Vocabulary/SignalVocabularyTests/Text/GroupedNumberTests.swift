import Testing

import SignalVocabulary

@Suite struct GroupedNumberTests {
    @Test func `numbers have commas between thousands`() {
        #expect(
            [0, 999, 1000, 1_234_567, -1234].map(GroupedNumber.text) == [
                "0", "999", "1,000", "1,234,567", "-1,234",
            ])
    }
}
