/// What a byte means to the scanners, as bits of one table: one load and one test a byte, quick in an unoptimised build too.
enum ByteClass {
    /// May end a plain scalar outside flow collections: `:`, `#`, tab, line ends, the terminating zero.
    static let endsPlain: UInt8 = 1
    /// May end a plain scalar in a flow collection: the same and `,[]{}`.
    static let endsFlowPlain: UInt8 = 2
    /// Ends a run of ordinary text between `"`.
    static let endsDoubleQuoted: UInt8 = 4
    /// Ends a run of ordinary text between `'`.
    static let endsSingleQuoted: UInt8 = 8
    /// CR, LF or the terminating zero.
    static let lineEnd: UInt8 = 16
    /// May begin a plain scalar that is not text by the core schema, or one that is refused.
    static let special: UInt8 = 32
    /// Space, tab or ``lineEnd``.
    static let white: UInt8 = 64
    /// `,[]{}`.
    static let flowIndicator: UInt8 = 128

    /// Fills a table of 256 bytes.
    static func fill(_ table: UnsafeMutablePointer<UInt8>) {
        table.initialize(repeating: 0, count: 256)
        add(endsPlain | endsFlowPlain, ":#\t\r\n\0", table)
        add(endsFlowPlain | flowIndicator, ",[]{}", table)
        add(endsDoubleQuoted, "\"\\\r\n\0", table)
        add(endsSingleQuoted, "'\r\n\0", table)
        add(lineEnd, "\r\n\0", table)
        add(white, " \t\r\n\0", table)
        add(special, "-+.0123456789~nNtTfF<=", table)
    }

    private static func add(_ bits: UInt8, _ members: StaticString, _ table: UnsafeMutablePointer<UInt8>) {
        var index = 0
        while index < members.utf8CodeUnitCount {
            table[Int(members.utf8Start[index])] |= bits
            index += 1
        }
    }
}

/// The bytes that YAML gives a meaning.
enum Byte {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
}
