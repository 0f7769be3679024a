/// How far a change asks the catalog's version to be raised.
///
/// | change | from 1.0.0 on | before |
/// |---|---|---|
/// | breaks SOURCE, WIRE or MEANING of what was stable, approved or not, with a tombstone or without | major | minor |
/// | adds something; breaks PRIVACY alone; breaks what was in development | minor | patch |
/// | anything else | patch | patch |
package enum VersionBump: Int, Sendable, CaseIterable, Comparable {
    case none, patch, minor, major

    /// Major is the largest.
    package static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }

    /// The next smaller one that is one.
    var next: VersionBump {
        switch self {
        case .none: .none
        case .patch, .minor: .patch
        case .major: .minor
        }
    }
}
