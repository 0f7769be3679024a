/// One pass of a ``TextScrubber`` over a text.
///
/// The main loop skips every byte that cannot be the telling one of anything; each other byte goes to the finders it may tell of, which
/// look around it. What lies between findings is copied only when a finding or the end is reached, so a finding may begin before its
/// telling byte (the local part of an address). Finders work by these rules, which make the pass linear:
///
/// * Looking back never crosses ``copied``, and either stops at the finder's own telling byte or is bounded.
/// * Looking ahead without bound either ends in a finding, and the pass goes on after it, or is not repeated over the same bytes.
///
/// Safety: holds pointers to the text and the region, so it must not outlive the call that made it. Indexes are checked against
/// ``count`` by the finders; ``byte(_:)`` gives 0 outside.
struct TextScan {
    let count: Int
    private let start: UnsafePointer<UInt8>
    let looksForIP: Bool
    private var hasher: UnsafePointer<KeyedHasher>?

    /// What is written.
    private(set) var output: RegionWriter
    /// Where the pass stands.
    var position = 0
    /// The text up to here is written or replaced.
    private(set) var copied = 0
    /// Things found.
    private(set) var findings = 0
    /// Bytes looked at: the measure of the work done, on any machine the same.
    private(set) var steps = 0
    /// Beginnings of JSON web tokens before this index have been tried.
    var triedTokens = 0
    /// The end of the search: beyond it, nothing found could begin in what still fits into the region.
    private var stop = 0

    /// The farthest before its telling byte that a finding may begin.
    static var maximumLookBack: Int { 256 }

    /// Which bytes are telling ones, in rows of sixteen: those that are not `.`.
    ///
    /// `%` and `@`: e-mail. `-`: UUID, PEM, `sk-`, `xoxb-`. `_`: `ghp_`, `sk_live_`. `~`: `8Q~`. `=` and `:`: named values, URL, IPv6.
    /// Digits: IPv4, cards, `ya29.`. `J`: `eyJ`. `K`, `S` and `B`: `AKIA`, `ASIA`, `ABIA`. `S`: `SG.`, too. `z`: `AIza`. `B` and `b`:
    /// `Bearer`, `Basic`, `webhooks/`, `services/T…/B…`.
    private static var tellingBytes: StaticString {
        """
        ................\
        ................\
        .....%.......-..\
        0123456789:..=..\
        @.B.......JK....\
        ...S..........._\
        ..b.............\
        ..........z...~.\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................
        """
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ output: RegionWriter, looksForIP: Bool) {
        count = bytes.count
        // Never read when there are no bytes.
        start = bytes.baseAddress ?? UnsafePointer(TextScan.tellingBytes.utf8Start)
        self.output = output
        self.looksForIP = looksForIP
    }

    /// Does the whole pass.
    mutating func run(from text: UnsafePointer<UInt8>, hasher: UnsafePointer<KeyedHasher>?) {
        self.hasher = hasher
        let telling = TextScan.tellingBytes.utf8Start
        updateStop()
        while true {
            var index = position
            let end = stop
            while index < end, telling[Int(truncatingIfNeeded: text[index])] == UInt8(ascii: ".") {
                index &+= 1
            }
            steps &+= index &- position &+ 1
            guard index < end else { break }
            position = index &+ 1
            look(at: index)
        }
        guard !output.isFull else { return }
        output.text(UnsafeBufferPointer(start: start + copied, count: count &- copied))
        self.hasher = nil
    }

    /// Asks the finders that the byte at `index` may tell something.
    private mutating func look(at index: Int) {
        switch start[index] {
        case UInt8(ascii: "@"): findEmail(at: index, width: 1)
        case UInt8(ascii: "%"):
            if byte(index &+ 1) == UInt8(ascii: "4"), byte(index &+ 2) == UInt8(ascii: "0") {
                findEmail(at: index, width: 3)
            }
        case UInt8(ascii: ":"):
            if findURLUser(at: index) || findNamedValue(at: index) { return }
            if looksForIP { findIPv6(at: index) }
        case UInt8(ascii: "="): _ = findNamedValue(at: index)
        case UInt8(ascii: "-"): findAroundDash(at: index)
        case UInt8(ascii: "_"): findAroundUnderscore(at: index)
        case UInt8(ascii: "~"): findAroundTilde(at: index)
        case UInt8(ascii: "J"): findWebToken(at: index)
        case UInt8(ascii: "K"): findKeyWithK(at: index)
        case UInt8(ascii: "S"): findKeyWithS(at: index)
        case UInt8(ascii: "z"): findGoogleKey(at: index)
        case UInt8(ascii: "B"), UInt8(ascii: "b"): findAroundB(at: index)
        default: findNumber(at: index)
        }
    }

    /// Notes a finding from `first` up to `end`, and goes on after it.
    mutating func replace(_ first: Int, _ end: Int, with replacement: StaticString) {
        let first = max(first, copied)
        output.text(UnsafeBufferPointer(start: start + copied, count: first &- copied))
        output.whole(replacement)
        goOn(after: end)
    }

    /// Notes an IP address from `first` up to `end`; `hashedEnd` is where the part to hash ends.
    mutating func replaceAddress(_ first: Int, _ end: Int, hashedEnd: Int) {
        guard let hasher else { return replace(first, end, with: "[ip]") }
        let first = max(first, copied)
        output.text(UnsafeBufferPointer(start: start + copied, count: first &- copied))
        let address = UnsafeBufferPointer(start: start + first, count: max(0, hashedEnd &- first))
        output.appended(size: hasher.pointee.size &+ 5) { region in
            var writer = RegionWriter(region)
            writer.whole("[ip:")
            writer.appended(size: hasher.pointee.size) { hasher.pointee.hash(address, into: $0) }
            writer.byte(UInt8(ascii: "]"))
            return writer.count
        }
        goOn(after: end)
    }

    private mutating func goOn(after end: Int) {
        findings &+= 1
        copied = end
        position = end
        updateStop()
    }

    private mutating func updateStop() {
        stop = output.isFull ? position : min(count, copied &+ output.room &+ TextScan.maximumLookBack)
    }
}

// What finders look around with. Each step counts.
extension TextScan {
    /// The byte at `index`, 0 outside the text.
    @inline(__always)
    func byte(_ index: Int) -> UInt8 { index >= 0 && index < count ? start[index] : 0 }

    /// The end of the bytes from `index` on that fulfil the condition.
    @inline(__always)
    mutating func end(from index: Int, limit: Int = .max, while condition: (UInt8) -> Bool) -> Int {
        let last = limit < count &- index ? index &+ limit : count
        var end = index
        while end < last, condition(start[end]) { end &+= 1 }
        steps &+= end &- index &+ 1
        return end
    }

    /// The beginning of the bytes before `index` that fulfil the condition; at most `limit` of them, none before ``copied``.
    @inline(__always)
    mutating func beginning(before index: Int, limit: Int, while condition: (UInt8) -> Bool) -> Int {
        let first = max(copied, index &- limit)
        var beginning = index
        while beginning > first, condition(start[beginning &- 1]) { beginning &-= 1 }
        steps &+= index &- beginning &+ 1
        return beginning
    }

    /// Whether `text` (ASCII) stands at `index`.
    @inline(__always)
    mutating func stands(_ text: StaticString, at index: Int) -> Bool {
        let size = text.utf8CodeUnitCount
        guard index >= 0, size <= count &- index else { return false }
        var same = 0
        while same < size, start[index &+ same] == text.utf8Start[same] { same &+= 1 }
        steps &+= same &+ 1
        return same == size
    }

    /// Whether `text` (lower-case ASCII letters, full stops and slashes) stands at `index` in whatever case.
    @inline(__always)
    mutating func standsInAnyCase(_ text: StaticString, at index: Int) -> Bool {
        let size = text.utf8CodeUnitCount
        guard index >= 0, size <= count &- index else { return false }
        var same = 0
        while same < size, start[index &+ same] | 0x20 == text.utf8Start[same] { same &+= 1 }
        steps &+= same &+ 1
        return same == size
    }

    /// Counts work done otherwise.
    @inline(__always)
    mutating func count(steps more: Int) { steps &+= more }
}
