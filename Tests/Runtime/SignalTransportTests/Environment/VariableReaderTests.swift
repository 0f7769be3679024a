import SignalTransport
import Signalbook
import Testing

@Suite struct VariableReaderTests {
    @Test func `an empty variable counts as not set`() {
        var reader = VariableReader(["A": "", "B": " \t\n", "C": " x "])
        #expect(reader.text("A") == nil && reader.text("B") == nil && reader.text("D") == nil)
        #expect(reader.text("C") == "x")
        let (flag, number, word) = (reader.boolean("A"), reader.integer("B"), reader.choice("A", of: ["x"]))
        #expect(!flag && number == nil && word == nil)
        #expect(reader.problems.isEmpty)
    }

    @Test(arguments: [("true", true), ("TRUE", true), (" True ", true), ("false", false), ("FALSE", false)])
    func `a boolean is true or false in any case`(text: String, expected: Bool) {
        var reader = VariableReader(["A": text])
        let flag = reader.boolean("A")
        #expect(flag == expected)
        #expect(reader.problems.isEmpty)
    }

    @Test(arguments: ["1", "yes", "on", "tru"])
    func `anything else is false, and reported`(text: String) {
        var reader = VariableReader(["A": text])
        let flag = reader.boolean("A")
        #expect(!flag)
        #expect(
            reader.problems.map(\.message) == ["A is \"\(text)\", expected true or false; it counts as false"]
        )
    }

    @Test(arguments: [("0", 0), ("10000", 10_000), (" 5 ", 5), ("007", 7)])
    func `a number is digits`(text: String, expected: Int) {
        var reader = VariableReader(["A": text])
        let number = reader.integer("A")
        #expect(number == expected)
        #expect(reader.problems.isEmpty)
    }

    @Test(arguments: ["-1", "+1", "1.0", "1s", "99999999999999999999", "\u{661}"])
    func `a number that is none or negative is reported and not used`(text: String) {
        var reader = VariableReader(["A": text])
        let number = reader.integer("A")
        #expect(number == nil)
        #expect(reader.problems.map(\.subject) == ["A"])
    }

    @Test func `a word is found in any case, and another is reported`() {
        var reader = VariableReader(["A": "GZip", "B": "zstd\u{7}\(String(repeating: "x", count: 500))"])
        let words = [reader.choice("A", of: ["gzip", "none"]), reader.choice("B", of: ["gzip", "none"])]
        #expect(words == ["gzip", nil])
        let message = reader.problems.first?.message ?? ""
        #expect(message.hasPrefix("B is \"zstd\u{FFFD}xxx"))
        #expect(message.hasSuffix("…\", expected gzip, none; it is not used"))
        #expect(message.count < 140)
    }
}
