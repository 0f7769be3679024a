/// Thrown by ``SignalRecorder/verify(requiring:only:allowsNone:)``.
public struct RecordingFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Everything that is wrong, a sentence each.
    public let problems: [String]
    /// How often each event was recorded, by its name on the wire.
    public let recorded: [String: Int]

    /// The problems, and what was recorded.
    public var description: String {
        let counts = recorded.sorted { $0.key < $1.key }.map { "\($0.key) ×\($0.value)" }.joined(
            separator: ", ")
        return problems.joined(separator: "; ") + (counts.isEmpty ? "" : " (recorded: \(counts))")
    }
}
