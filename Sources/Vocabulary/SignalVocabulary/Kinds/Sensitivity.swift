/// How private a property is, from least to most. The raw value is the word in the catalog.
package enum Sensitivity: String, Sendable, Hashable, CaseIterable {
    /// Anybody may see it.
    case `public`
    /// The people who run the program may see it. This is the default.
    case `internal`
    /// It says something about a person.
    case personal
    /// It gives access to something.
    case secret

    /// Whether a property like this must say how its value is handled.
    package var isSensitive: Bool {
        switch self {
        case .public, .internal: false
        case .personal, .secret: true
        }
    }
}

extension Sensitivity: Comparable {
    /// Whether the left one is less private.
    package static func < (left: Sensitivity, right: Sensitivity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .public: 0
        case .internal: 1
        case .personal: 2
        case .secret: 3
        }
    }
}
