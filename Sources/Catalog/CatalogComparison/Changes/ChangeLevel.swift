/// How much a change matters to whoever has to let it pass.
package enum ChangeLevel: String, Sendable, CaseIterable, Comparable {
    /// It breaks somebody who could rely on what was there.
    case breaking
    /// It breaks somebody, but not by surprise: the removal is recorded by a tombstone, or the event was in development.
    /// Or it is worth a look, as a version that is too low.
    case notice
    /// It breaks nobody.
    case safe

    /// The graver one comes first.
    package static func < (first: Self, second: Self) -> Bool { first.order < second.order }

    private var order: Int {
        switch self {
        case .breaking: 0
        case .notice: 1
        case .safe: 2
        }
    }
}
