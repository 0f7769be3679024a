/// Why a line of sound JSON, or a part of it, is no record, and at which byte.
package struct RecordProblem: Error, Equatable, Sendable {
    /// What is wrong.
    package enum Reason: UInt8, Sendable, CaseIterable {
        case unknownForm, wrongStructure, tooManyFields

        /// What is wrong and what was expected, for people.
        package var message: String {
            switch self {
            case .unknownForm:
                "expected a record with a key \"event\", or OTLP logs with a key \"resourceLogs\""
            case .wrongStructure: "not as OTLP has it: expected lists of objects from \"resourceLogs\" down"
            case .tooManyFields: "a record with more than \(FieldTable.maximumCount) fields"
            }
        }
    }

    /// What is wrong.
    package var reason: Reason
    /// The byte of the line, counted from 0.
    package var offset: Int

    /// A problem at the given byte.
    package init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}
