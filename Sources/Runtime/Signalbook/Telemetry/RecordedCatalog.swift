/// A catalog as one telemetry records it.
struct RecordedCatalog {
    /// Distinguishes the catalog from every other.
    let id: ObjectIdentifier
    /// Its context outside every scope.
    let view: ContextView
    /// The same, with what holds its bytes.
    let base: ContextScope
    /// What the runtime knows of it.
    let known: KnownCatalog
    /// The one that was added before this one.
    let next: UnsafeMutablePointer<RecordedCatalog>?
}
