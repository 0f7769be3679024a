import DocumentTools

extension HTMLWriter {
    /// A page with the mark of generated files.
    init(capacity: Int) { self.init(comment: GeneratedMark.docs.text, capacity: capacity) }
}
