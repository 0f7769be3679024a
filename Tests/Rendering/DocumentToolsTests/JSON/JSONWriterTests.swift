import DocumentTools
import Foundation
import Testing

@Suite struct JSONTextTests {
    @Test(arguments: ["", "a\"b\\c\n\r\t\u{0}\u{1F}\u{7F}é\u{2028}\u{2029}\u{20AC}😀", "</script>&"])
    func `a string reads back as it was, for files and for scripts`(text: String) throws {
        let value = JSONValue.object([.init(text, .array([.string(text)]))])
        for bytes in [JSONWriter.pretty(value), Array(JSONWriter.compact(value).utf8)] {
            let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: [String]]
            #expect(read == [text: [text]])
        }
        var script = JSONWriter(isForScript: true)
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

    @Test func `a value on several lines keeps short lists on one`() {
        let value: JSONValue = [
            "name": "a", "none": nil, "list": [1, 2, true], "rows": [["x": 1], []], "empty": [:],
        ]
        #expect(
            value.text == """
                {
                  "name": "a",
                  "none": null,
                  "list": [1, 2, true],
                  "rows": [
                    {
                      "x": 1
                    },
                    []
                  ],
                  "empty": {}
                }

                """)
        #expect(
            value.line == #"{"name":"a","none":null,"list":[1, 2, true],"rows":[{"x":1}, []],"empty":{}}"#)
    }

    @Test func `a number that JSON does not have becomes null`() {
        #expect(
            JSONValue.array([.double(.infinity), .double(.nan), .double(0.1)]).line == "[null, null, 0.1]")
    }

    @Test func `an object has the members that have a value, in their order`() {
        let value = JSONValue.object(("b", .integer(2)), ("a", nil), ("c", false))
        #expect(value.line == #"{"b":2,"c":false}"#)
        #expect(value["c"] == false && value["a"] == nil && JSONValue.null["b"] == nil)
        #expect(value.merging(["d": 1]).line == #"{"b":2,"c":false,"d":1}"#)
        #expect(value.merging("text") == "text")
    }
}
