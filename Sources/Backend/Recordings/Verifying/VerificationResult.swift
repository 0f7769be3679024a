/// What a verification found.
package struct VerificationResult: Sendable {
    /// The recordings, as they were named.
    package var files: [String]
    /// How many bytes they have.
    package var byteCount: Int
    /// How many lines they have.
    package var lineCount: Int
    /// How many of those hold OTLP's spans or metrics.
    package var otherSignalLines: Int
    /// How many records there are.
    package var counts: Judge.Counts
    /// What was seen of the current catalog.
    package var coverage: Coverage
    /// What was found.
    var findings: [FindingLog.Group]
    /// What each of those is about.
    var findingSubjects: [FindingSubject]
    /// The current catalog, `name/1.0.0`.
    package var catalog: String
}
