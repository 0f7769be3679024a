import Testing

@testable import CatalogDocuments

@Suite struct HTMLWriterTests {
    private func written(_ body: (inout HTMLWriter) -> Void) -> String {
        var html = HTMLWriter(capacity: 256)
        let start = html.bytes.count
        body(&html)
        return String(decoding: html.bytes[start...], as: UTF8.self)
    }

    @Test func `text is escaped in content and in attributes`() {
        let text = #"<a href="x">&'"#
        #expect(
            written { $0.element("p", .label(text), text: text) }
                == "<p aria-label=\"&lt;a href=&quot;x&quot;&gt;&amp;&#39;\">&lt;a href=&quot;x&quot;&gt;&amp;&#39;</p>"
        )
    }

    @Test func `characters that hide or reorder are shown by their numbers`() {
        #expect(written { $0.text("a\u{202E}b\u{7}\tc\u{2028}") } == "a⟨U+202E⟩b⟨U+0007⟩ c⟨U+2028⟩")
        #expect(written { $0.text("\u{200C}\u{200D}\u{AD}\u{E0001}") } == "\u{200C}\u{200D}⟨U+00AD⟩⟨U+E0001⟩")
        #expect(written { $0.text("héllo 👩‍👩‍👧 \u{5D0}") } == "héllo 👩‍👩‍👧 \u{5D0}")
    }

    @Test func `prose has paragraphs and code between backticks`() {
        #expect(
            written { $0.prose("One `a<b`,\nand on.\n\nTwo ` alone.") }
                == "<p>One <code>a&lt;b</code>, and on.</p><p>Two ` alone.</p>")
    }

    @Test func `a link names no scheme whatever it is made of`() {
        #expect(Link(page: "javascript:alert(1)").text == "javascript%3Aalert%281%29")
        #expect(
            Link(root: "../", page: "domains/a.html", anchor: "x:y\"").text == "../domains/a.html#x%3Ay%22")
        #expect(
            Link(root: "", filter: "owner", value: "a&b=c é").text == "events.html#owner=a%26b%3Dc%20%C3%A9")
    }

    @Test func `names of files are plain and each is given once, ignoring case`() {
        var names = FileNames()
        #expect(
            ["a/b", "a-b", "A-B", "", "..", "é<x>"].map { names.name(for: $0) }
                == ["a-b", "a-b-2", "A-B-3", "file", "file..", "---x-"].map {
                    $0.hasPrefix("-") ? "file" + $0 : $0
                })
    }
}
