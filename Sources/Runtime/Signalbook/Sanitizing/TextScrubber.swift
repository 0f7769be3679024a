/// Replaces what is private or secret in free text, in one pass.
///
/// | found | becomes |
/// |---|---|
/// | e-mail addresses | `[email]` |
/// | tokens, keys, passwords, private keys | `[token]` |
/// | UUIDs | `[uuid]` |
/// | IP addresses | `[ip]`, `[ip:<keyed hash>]`, or kept: ``IPAddresses`` |
/// | payment card numbers | `[card]` |
///
/// A safety net, not a licence: it knows the forms listed with each finder and no names, postal addresses or phone numbers. Where a form
/// is doubtful it replaces. It takes time linear in the text whatever the text, about 1 ns a byte where nothing is found, allocates
/// nothing and takes no lock.
struct TextScrubber: Sendable {
    /// What becomes of IP addresses.
    enum IPAddresses: Sendable {
        /// They become `[ip]`.
        case replace
        /// They become `[ip:<hash>]`, by which equal ones can be recognised.
        case hash(KeyedHasher)
        /// They stay.
        case keep
    }

    private let ipAddresses: IPAddresses

    /// A scrubber.
    init(ipAddresses: IPAddresses = .replace) { self.ipAddresses = ipAddresses }

    /// Output bytes per input byte at worst, beside 64 bytes, unless addresses are hashed; see ``growth`` for those.
    ///
    /// The worst is `token:x`, whose seven bytes become thirteen.
    static var maximumGrowth: Int { 2 }

    /// Output bytes per input byte at worst, beside 64 bytes, of this scrubber.
    var growth: Int {
        // Of hashed addresses the worst are `::1 ::1 ::1 …`: four bytes become `[ip:` + hash + `] `.
        if case .hash(let hasher) = ipAddresses { return (hasher.size + 6 + 3) / 4 }
        return TextScrubber.maximumGrowth
    }

    /// Writes the scrubbed text into the region.
    ///
    /// Text that does not fit is cut at a scalar boundary; a replacement that does not fit is left out with all that follows it. What
    /// is found is found in the whole text first, so a secret is never cut in two.
    ///
    /// - Returns: the bytes written, how many things were found in the part that was looked at, and whether something did not fit.
    func scrub(
        _ bytes: UnsafeBufferPointer<UInt8>, into region: UnsafeMutableBufferPointer<UInt8>
    ) -> (written: Int, findings: Int, truncated: Bool) {
        let scan = scan(bytes, into: region)
        return (scan.output.count, scan.findings, scan.output.isFull)
    }

    /// As ``scrub(_:into:)``, with the pass's own state for those who count its steps.
    func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, into region: UnsafeMutableBufferPointer<UInt8>
    ) -> TextScan {
        guard let start = bytes.baseAddress, bytes.count > 0 else {
            return TextScan(
                UnsafeBufferPointer(start: nil, count: 0), RegionWriter(region), looksForIP: false)
        }
        switch ipAddresses {
        case .replace:
            var scan = TextScan(bytes, RegionWriter(region), looksForIP: true)
            scan.run(from: start, hasher: nil)
            return scan
        case .keep:
            var scan = TextScan(bytes, RegionWriter(region), looksForIP: false)
            scan.run(from: start, hasher: nil)
            return scan
        case .hash(let hasher):
            var scan = TextScan(bytes, RegionWriter(region), looksForIP: true)
            withUnsafePointer(to: hasher) { scan.run(from: start, hasher: $0) }
            return scan
        }
    }
}
