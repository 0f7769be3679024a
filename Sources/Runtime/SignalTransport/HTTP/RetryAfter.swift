import SignalVocabulary

/// The `Retry-After` of an answer: seconds, or a date in one of the three forms of RFC 9110, section 5.6.7.
package enum RetryAfter {
    /// The longest wait that is believed: a day. Backends ask for minutes; a longer one is most likely a mistake of somebody's clock.
    package static let maximum = Duration.seconds(86_400)

    /// How long to wait; nil if the text says nothing that can be understood. Between zero and ``maximum``.
    ///
    /// - Parameters:
    ///   - text: the field's value.
    ///   - now: seconds since 1970, of the clock that a date is compared with.
    package static func delay(_ text: some Collection<UInt8>, now: Int64) -> Duration? {
        guard text.count <= 64 else { return nil }
        var bytes = Array(text)[...]
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        guard !bytes.isEmpty else { return nil }
        if bytes.allSatisfy(ASCII.isDigit) {
            // Past the limit, how far past makes no difference.
            guard bytes.drop(while: { $0 == 0x30 }).count <= 6 else { return maximum }
            return bounded(bytes.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) })
        }
        guard let time = HTTPDate.seconds(bytes, now: now) else { return nil }
        let (wait, overflows) = time.subtractingReportingOverflow(now)
        return bounded(overflows ? (now > 0 ? 0 : .max) : wait)
    }

    private static func bounded(_ seconds: Int64) -> Duration {
        .seconds(min(max(seconds, 0), maximum.components.seconds))
    }
}
