/// A set of Unicode scalar values: what `.` and a class stand for.
struct ScalarSet: Sendable {
    /// In any order; may overlap.
    private(set) var ranges: [ClosedRange<UInt32>] = []

    static let digit = ScalarSet([0x30...0x39])
    static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// Tab, line feed, vertical tab, form feed, carriage return, space.
    static let space = ScalarSet([0x09...0x0D, 0x20...0x20])
    static let notLineFeed = ScalarSet([0x0A...0x0A]).inverted

    private static let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF

    init(_ ranges: [ClosedRange<UInt32>] = []) {
        self.ranges = ranges
    }

    var isEmpty: Bool { ranges.isEmpty }

    mutating func insert(_ range: ClosedRange<UInt32>) {
        ranges.append(range)
    }

    mutating func formUnion(_ other: ScalarSet) {
        ranges.append(contentsOf: other.ranges)
    }

    /// The same set: ascending, disjoint and not adjacent.
    private func normalized() -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }

    /// Every scalar that is not in the set.
    var inverted: ScalarSet {
        var result = ScalarSet()
        var next: UInt32 = 0
        for range in ScalarSet(ranges + [Self.surrogates]).normalized() {
            if range.lowerBound > next { result.insert(next...(range.lowerBound - 1)) }
            next = range.upperBound + 1
        }
        if next <= 0x10FFFF { result.insert(next...0x10FFFF) }
        return result
    }

    /// The set as UTF-8: sequences of byte sets, with equal beginnings and equal ends written once.
    var syntax: PatternSyntax {
        var sequences: [[ByteSet]] = []
        for range in normalized() {
            if range.lowerBound < 0xD800, range.upperBound >= 0xD800 {
                Self.split(range.lowerBound, 0xD7FF, into: &sequences)
                if range.upperBound > 0xDFFF { Self.split(0xE000, range.upperBound, into: &sequences) }
            } else {
                Self.split(range.lowerBound, range.upperBound, into: &sequences)
            }
        }
        var lasts: [ArraySlice<ByteSet>: ByteSet] = [:]
        var heads: [ArraySlice<ByteSet>] = []
        for sequence in sequences {
            let head = sequence.dropLast()
            if lasts[head] == nil { heads.append(head) }
            lasts[head, default: ByteSet()].formUnion(sequence[sequence.count - 1])
        }
        return Self.factored(heads.map { Array($0) + [lasts[$0] ?? ByteSet()] })
    }

    /// Writes the scalars from `low` to `high` as sequences of byte ranges.
    private static func split(_ low: UInt32, _ high: UInt32, into sequences: inout [[ByteSet]]) {
        for limit: UInt32 in [0x7F, 0x7FF, 0xFFFF] where low <= limit && high > limit {
            split(low, limit, into: &sequences)
            split(limit + 1, high, into: &sequences)
            return
        }
        if high > 0x7F {
            // A continuation byte may take all its values only where the bits above it are the same at both ends.
            for bits: UInt32 in [6, 12, 18] {
                let mask: UInt32 = (1 << bits) - 1
                guard low & ~mask != high & ~mask else { continue }
                if low & mask != 0 {
                    split(low, low | mask, into: &sequences)
                    split((low | mask) + 1, high, into: &sequences)
                    return
                }
                if high & mask != mask {
                    split(low, (high & ~mask) - 1, into: &sequences)
                    split(high & ~mask, high, into: &sequences)
                    return
                }
            }
        }
        sequences.append(zip(encoded(low), encoded(high)).map { ByteSet($0...$1) })
    }

    /// The scalar in UTF-8 (RFC 3629, section 3).
    static func encoded(_ scalar: UInt32) -> [UInt8] {
        func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
        return switch scalar {
        case ..<0x80: [UInt8(scalar)]
        case ..<0x800: [UInt8(0xC0 | scalar >> 6), continuation(0)]
        case ..<0x10000: [UInt8(0xE0 | scalar >> 12), continuation(6), continuation(0)]
        default: [UInt8(0xF0 | scalar >> 18), continuation(12), continuation(6), continuation(0)]
        }
    }

    /// Sequences of one byte become one set; of the others, those with the same last byte share it.
    private static func factored(_ sequences: [[ByteSet]]) -> PatternSyntax {
        var single: ByteSet?
        var ends: [ByteSet] = []
        var heads: [ByteSet: [[ByteSet]]] = [:]
        for sequence in sequences {
            guard let last = sequence.last else { continue }
            if sequence.count == 1 {
                single = single ?? ByteSet()
                single?.formUnion(last)
            } else {
                if heads[last] == nil { ends.append(last) }
                heads[last, default: []].append(sequence.dropLast())
            }
        }
        var parts = single.map { [PatternSyntax.byte($0)] } ?? []
        for end in ends {
            parts.append(.sequence([factored(heads[end] ?? []), .byte(end)]))
        }
        return .any(of: parts)
    }
}
