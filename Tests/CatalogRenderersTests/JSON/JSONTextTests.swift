import Foundation
import Testing

@testable import CatalogRenderers

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
}
