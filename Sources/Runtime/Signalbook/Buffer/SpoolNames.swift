import SignalVocabulary

/// What things are called in a spool: `<pid>-<hex>/owner.lock`, `exporters`, `index`, `segment-NNN.ring`.
enum SpoolNames {
    /// The file that the owner keeps locked for its life.
    static let lock = "owner.lock"
    /// The file that says which exporter has which slot.
    static let exporters = "exporters"
    /// The file that says what was written to each segment, see ``RingIndex``.
    static let index = "index"
    /// What the name of a file ended with in version 2 that was about to take a segment's place.
    static let temporarySuffix = ".new"
    /// The most segments a ring can have.
    static let maximumSegmentCount = 8_192

    /// The name of a process's ring.
    static func directory(process: Int32, identifier: UInt64) -> String {
        "\(process)-" + String(identifier, radix: 16)
    }

    /// The process that a ring's name says; nil if it is not the name of a ring.
    static func process(ofDirectory name: String) -> Int32? {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let process = number(parts[0]), (1...16).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy({ ASCII.isHex($0) && !ASCII.isUpper($0) })
        else { return nil }
        return Int32(exactly: process)
    }

    /// The name of a segment file.
    static func segment(_ number: Int) -> String {
        let digits = String(number)
        return "segment-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits + ".ring"
    }

    /// Which segment a file is; nil if it is none.
    static func number(ofSegment name: String) -> Int? {
        guard name.hasPrefix("segment-"), name.hasSuffix(".ring"), name.utf8.count > 13,
            let found = number(name.dropFirst(8).dropLast(5)), found < maximumSegmentCount,
            segment(found) == name
        else { return nil }
        return found
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...10).contains(text.utf8.count), text.utf8.allSatisfy(ASCII.isDigit) else { return nil }
        return Int(text)
    }
}
