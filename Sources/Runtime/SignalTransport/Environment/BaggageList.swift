/// `key=value,key=value` in the form of W3C Baggage, as OpenTelemetry's variables hold it.
///
/// White space around keys and values does not count, empty members are skipped, and both sides are percent-decoded. What stands behind a
/// `;` belongs to the value: OpenTelemetry does not support baggage's properties, and header values have semicolons.
package struct BaggageList: Sendable, Hashable {
    /// One member.
    package struct Member: Sendable, Hashable {
        /// What stands before the first `=`, decoded; never empty.
        package var key: String
        /// What stands behind it, decoded.
        package var value: String
    }

    /// Why a member cannot be read.
    package struct Problem: Sendable, Hashable {
        /// The member's place, from 1; empty ones are not counted.
        package var place: Int
        /// What is wrong, without the member's text.
        package var reason: String
    }

    /// The members that can be read, in order.
    package private(set) var members: [Member] = []
    /// What is wrong with the others.
    package private(set) var errors: [Problem] = []

    /// The most members that are read.
    package static let maximumMembers = 256

    /// Reads a list. Never fails as a whole: see ``errors``.
    package init(_ text: String) {
        var place = 0
        for part in text.utf8.split(separator: UInt8(ascii: ",")) {
            let part = trimmed(part)
            guard !part.isEmpty else { continue }
            place += 1
            guard place <= Self.maximumMembers else {
                errors.append(
                    Problem(place: place, reason: "is past the limit of \(Self.maximumMembers) members"))
                return
            }
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else {
                errors.append(Problem(place: place, reason: "has no ="))
                continue
            }
            guard let key = decoded(part[..<equals]), let value = decoded(part[part.index(after: equals)...])
            else {
                errors.append(Problem(place: place, reason: "is not percent-encoded UTF-8"))
                continue
            }
            guard !key.isEmpty else {
                errors.append(Problem(place: place, reason: "has no key before its ="))
                continue
            }
            members.append(Member(key: key, value: value))
        }
    }

    private func decoded(_ bytes: Substring.UTF8View) -> String? {
        percentDecoded(trimmed(bytes)).flatMap { String(validating: $0, as: UTF8.self) }
    }

    private func trimmed(_ bytes: Substring.UTF8View) -> Substring.UTF8View {
        var bytes = bytes
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return bytes
    }
}
