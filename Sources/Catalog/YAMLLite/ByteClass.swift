/// What a byte means to the scanners, as bits of one table: one load and one test a byte, quick in an unoptimised build too.
enum ByteClass {
    /// May end a plain scalar outside flow collections: `:`, `#`, tab, line ends, the terminating zero.
    @_transparent static var endsPlain: UInt8 { 1 }
    /// May end a plain scalar in a flow collection: the same and `,[]{}`.
    @_transparent static var endsFlowPlain: UInt8 { 2 }
    /// Ends a run of ordinary text between `"`.
    @_transparent static var endsDoubleQuoted: UInt8 { 4 }
    /// Ends a run of ordinary text between `'`.
    @_transparent static var endsSingleQuoted: UInt8 { 8 }
    /// CR, LF or the terminating zero.
    @_transparent static var lineEnd: UInt8 { 16 }
    /// May begin a plain scalar that is not text by the core schema, or one that is refused.
    @_transparent static var special: UInt8 { 32 }
    /// Space, tab or ``lineEnd``.
    @_transparent static var white: UInt8 { 64 }
    /// `,[]{}`.
    @_transparent static var flowIndicator: UInt8 { 128 }

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
