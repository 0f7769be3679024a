import DocumentTools
import Testing

@Suite struct MarkdownWriterTests {
    @Test(arguments: [
        ("plain words, snake_case.", "plain words, snake_case."),
        ("*a* _b_ [c](d)", "\\*a\\* \\_b\\_ \\[c\\](d)"),
        ("<b>&amp;", "\\<b\\>\\&amp;"), ("# one", "\\# one"), ("- one", "\\- one"), ("1. one", "1\\. one"),
        ("https://example.com", "https\\://example.com"), ("www.example.com", "www\\.example.com"),
        ("@team", "\\@team"),
        ("a\u{202E}b", "a⟨U+202E⟩b"), ("\u{200C}\u{200D}\u{AD}", "\u{200C}\u{200D}⟨U+00AD⟩"),
        ("two\nlines", "two lines"), ("back\\slash", "back\\\\slash"),
    ])
    func `text shows as it is`(text: String, markdown: String) {
        #expect(MarkdownWriter.text(text) == markdown)
    }

    @Test(arguments: [("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("", "`  `"), ("a\nb", "`a b`")])
    func `code shows as it is`(text: String, markdown: String) {
        #expect(MarkdownWriter.code(text) == markdown)
    }

    @Test func `a cell of a table ends where it should`() {
        var writer = MarkdownWriter(comment: "C", title: "T")
        writer.row(MarkdownWriter.code("a|b"), MarkdownWriter.text("c|d\\"))
        #expect(writer.document.hasSuffix("\n| `a\\|b` | c\\|d\\\\ |\n"))
    }

    @Test func `a block of code ends behind all of it`() {
        var writer = MarkdownWriter(comment: "C", title: "T")
        writer.fence("a\n```\nb", language: "swift")
        #expect(writer.document.hasSuffix("\n````swift\na\n```\nb\n````\n"))
    }

    @Test func `a document begins with a comment, which cannot end early, and its title`() {
        let writer = MarkdownWriter(comment: "made --> by us", title: "a*b")
        #expect(writer.document == "<!-- made - -> by us -->\n\n# a\\*b\n")
        #expect(MarkdownWriter().document.isEmpty)
    }

    @Test func `headings, prose and tables have the lines that they need around them`() {
        var writer = MarkdownWriter()
        writer.put("first")
        writer.line()
        writer.heading(2, "second")
        writer.prose("One `a*b`\nand on.\n\nTwo*.")
        writer.tableHead("a", "b")
        writer.row("c", "d")
        #expect(
            writer.document
                == "first\n\n## second\n\nOne `a*b` and on.\n\nTwo\\*.\n\n| a | b |\n|---|---|\n| c | d |\n")
    }
}
