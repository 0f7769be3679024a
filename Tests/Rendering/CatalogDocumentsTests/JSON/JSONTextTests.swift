import Foundation
import Testing

@testable import CatalogDocuments

@Suite struct JSONTextTests {
    @Test(arguments: ["", "a\"b\\c\n\r\t\u{0}\u{1F}\u{7F}é\u{2028}\u{2029}\u{20AC}😀", "</script>&"])
    func `a string reads back as it was, for files and for scripts`(text: String) throws {
        let value = JSONValue.object([.init(text, .array([.string(text)]))])
        for bytes in [JSONText.pretty(value), Array(JSONText.compact(value).utf8)] {
            let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: [String]]
            #expect(read == [text: [text]])
        }
        var script = JSONText(isForScript: true)
        script.append(value)
        #expect(
            try JSONSerialization.jsonObject(with: Data(script.bytes)) as? [String: [String]] == [
                text: [text]
            ])
        let raw = String(decoding: script.bytes, as: UTF8.self).unicodeScalars
        #expect(!raw.contains { ["<", ">", "&", "\u{2028}", "\u{2029}"].contains($0) })
    }

    @Test func `what is invisible or ends a line is escaped, and letters are not`() {
        let value = JSONValue.string("\u{85}\u{9B}\u{2028}\u{FEFF}\u{A0}é\u{FF0C}")
        #expect(JSONValue.string("\u{202E}\u{AD}\u{E0001}").line == #""\u202E\u00AD\uDB40\uDC01""#)
        #expect(JSONValue.string("\u{200C}\u{200D}").line == "\"\u{200C}\u{200D}\"")
        #expect(value.line == #""\u0085\u009B\u2028\uFEFF"# + "\u{A0}é\u{FF0C}\"")
    }
}
