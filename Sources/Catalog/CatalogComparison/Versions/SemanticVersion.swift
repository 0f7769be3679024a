/// A semantic version (Semantic Versioning 2.0.0) that the catalog's reader has accepted.
struct SemanticVersion: Hashable, Comparable {
    var major: Int
    var minor: Int
    var patch: Int
    /// The identifiers behind `-`; none for a release.
    var preRelease: [String]

    /// The version that a text says; nil when it says none. What stands behind `+` says nothing about order (section 10).
    init?(_ text: String) {
        let version = text.prefix { $0 != "+" }
        let parts = version.split(separator: "-", maxSplits: 1)
        let numbers = (parts.first ?? "").split(separator: ".").compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        (major, minor, patch) = (numbers[0], numbers[1], numbers[2])
        preRelease = parts.count > 1 ? parts[1].split(separator: ".").map(String.init) : []
    }

    /// The version without what makes it a pre-release.
    var release: SemanticVersion {
        var release = self
        release.preRelease = []
        return release
    }

    /// The least version that is raised so far.
    ///
    /// In versions before 1.0.0, everything counts one place further right (section 4 leaves that open; it is what packages do).
    func raised(_ bump: VersionBump) -> SemanticVersion {
        var next = release
        switch major == 0 ? bump.next : bump {
        case .major: (next.major, next.minor, next.patch) = (major + 1, 0, 0)
        case .minor: (next.minor, next.patch) = (minor + 1, 0)
        case .patch: next.patch = patch + 1
        case .none: return self
        }
        return next
    }

    /// The version as it is written, without what stands behind `+`.
    var text: String {
        let text = "\(major).\(minor).\(patch)"
        return preRelease.isEmpty ? text : text + "-" + preRelease.joined(separator: ".")
    }

    /// Precedence (section 11).
    static func < (first: Self, second: Self) -> Bool {
        if first.release != second.release {
            return (first.major, first.minor, first.patch) < (second.major, second.minor, second.patch)
        }
        if first.preRelease.isEmpty || second.preRelease.isEmpty {
            return !first.preRelease.isEmpty && second.preRelease.isEmpty
        }
        for (one, other) in zip(first.preRelease, second.preRelease) where one != other {
            return precedes(one, other)
        }
        return first.preRelease.count < second.preRelease.count
    }

    /// Numbers by their value and before words; words by their bytes. Numbers may be longer than any integer.
    private static func precedes(_ one: String, _ other: String) -> Bool {
        let numbers = (isNumber(one), isNumber(other))
        if numbers.0 != numbers.1 { return numbers.0 }
        if numbers.0 {
            let (one, other) = (one.drop { $0 == "0" }, other.drop { $0 == "0" })
            if one.utf8.count != other.utf8.count { return one.utf8.count < other.utf8.count }
            return one.utf8.lexicographicallyPrecedes(other.utf8)
        }
        return one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    private static func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
}
