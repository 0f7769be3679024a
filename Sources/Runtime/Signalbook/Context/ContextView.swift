/// Context as tracking reads it, without a reference to count. It is valid as long as the ``ContextScope`` that it came from.
struct ContextView {
    /// The attributes of a log record, one after the other: that with the catalog's name, then the properties. Nil if there is no context.
    let bytes: UnsafePointer<UInt8>?
    /// How many bytes.
    let count: Int
    /// The catalog that the properties belong to; nil if there is no context.
    let catalog: ObjectIdentifier?
    /// A hash of what ties a request together, 0 if nothing does. Sampling decides by it.
    let samplingHash: UInt64

    /// No context.
    static var none: ContextView { ContextView(bytes: nil, count: 0, catalog: nil, samplingHash: 0) }
}
