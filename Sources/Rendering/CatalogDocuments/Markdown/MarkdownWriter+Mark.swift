import DocumentTools

extension MarkdownWriter {
    /// A document with the mark of generated files and its first heading.
    init(title: String) { self.init(comment: GeneratedMark.docs.text, title: title) }
}
