/// A place in the text that was parsed.
package struct Position: Sendable, Hashable {
    // Three 32-bit numbers, for a catalog of 10,000 events holds a million of these; ``Limits/bytes`` keeps them in range.
    private var storedLine: UInt32
    private var storedColumn: UInt32
    private var storedOffset: UInt32

    /// The line, from 1.
    package var line: Int { Int(storedLine) }
    /// The column, from 1, counted in UTF-8 bytes; a byte order mark is not counted.
    package var column: Int { Int(storedColumn) }
    /// The number of bytes before it in the input, a byte order mark included.
    package var offset: Int { Int(storedOffset) }

    /// A place; numbers that do not fit 32 bits are clamped.
    package init(line: Int, column: Int, offset: Int) {
        storedLine = UInt32(clamping: line)
        storedColumn = UInt32(clamping: column)
        storedOffset = UInt32(clamping: offset)
    }
}
