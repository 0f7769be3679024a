import DocumentTools
import Testing

@Suite struct HTMLWriterTests {
    private func written(_ body: (inout HTMLWriter) -> Void) -> String {
        var html = HTMLWriter(comment: "C", capacity: 256)
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
            Link(root: "../", page: "a.html", key: "owner", value: "a&b=c é").text
                == "../a.html#owner=a%26b%3Dc%20%C3%A9")
    }

    @Test func `a document begins with its type and, if there is one, a comment that cannot end early`() {
        func head(_ comment: String?) -> String {
            String(decoding: HTMLWriter(comment: comment).bytes, as: UTF8.self)
        }
        #expect(head(nil) == "<!doctype html>\n")
        #expect(head("a --> b") == "<!doctype html>\n<!-- a - -> b -->\n")
    }

    @Test func `values that were recorded stay on their line and are shown as messages show them`() {
        var html = HTMLWriter(showing: .message)
        let start = html.bytes.count
        html.element("p", .label("\u{202E}"), text: "a\nb\t\u{7}<")
        #expect(
            String(decoding: html.bytes[start...], as: UTF8.self)
                == #"<p aria-label="\u{202E}">a\u{A}b\u{9}\u{7}&lt;</p>"#)
    }

    @Test func `elements have an end or none, as HTML and SVG want it`() {
        #expect(
            written { html in
                html.void("meta", .name("viewport"), .content("a&b"))
                html.newLine()
                html.empty("rect", .coordinate("x", 1.005), .coordinate("y", -0.25), .coordinate("rx", 2))
                html.style(Array("p { color: red }".utf8))
                html.element("button", .hidden, .class(named: "a b")) { $0.number(1024) }
            } == """
                <meta name="viewport" content="a&amp;b">
                <rect x="1" y="-0.25" rx="2"></rect><style>p { color: red }</style><button hidden class="a b">1,024</button>
                """)
        #expect(
            written { $0.empty("svg", .viewBox(width: 16, height: 9)) } == #"<svg viewBox="0 0 16 9"></svg>"#)
    }

    @Test func `words of the program are escaped as well`() {
        #expect(written { $0.literal("a < b") } == "a &lt; b")
        #expect(written { $0.inline("use `a<b`") } == "use <code>a&lt;b</code>")
    }
}
