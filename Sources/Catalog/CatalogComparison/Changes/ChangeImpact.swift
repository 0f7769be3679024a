/// Whom a change breaks.
package enum ChangeImpact: String, Sendable, CaseIterable, Comparable {
    /// Swift that uses the generated code stops compiling.
    case source
    /// Receivers, tables, dashboards and alerts get something else than they were made for, or nothing.
    case wire
    /// The same name stands for a different thing.
    case meaning
    /// More of what is personal leaves the caller, or in a form that says more.
    case privacy
    /// Nobody. Never together with another one.
    case safe

    /// The order of declaration, which is that of tables.
    package static func < (first: Self, second: Self) -> Bool { first.order < second.order }

    private var order: Int {
        switch self {
        case .source: 0
        case .wire: 1
        case .meaning: 2
        case .privacy: 3
        case .safe: 4
        }
    }

    /// Whom it breaks, in a few words.
    package var summary: String {
        switch self {
        case .source: "Swift that uses the generated code stops compiling"
        case .wire: "receivers, tables, dashboards and alerts get something else, or nothing"
        case .meaning: "the same name stands for a different thing"
        case .privacy: "more that is personal leaves the caller"
        case .safe: "nobody"
        }
    }
}
