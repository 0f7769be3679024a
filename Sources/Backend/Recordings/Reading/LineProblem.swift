/// Why a line could not be read.
package enum LineProblem: Error, Equatable, Sendable {
    /// It is not JSON.
    case json(JSONProblem)
    /// It is JSON, but holds no records.
    case record(RecordProblem)
}
