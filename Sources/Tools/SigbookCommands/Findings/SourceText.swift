import CatalogModel

/// A file that was read, to turn places in bytes into places in UTF-16 code units, which is how editors and code hosts count.
struct SourceText {
    private let bytes: [UInt8]
    /// Where each line begins; the first one behind a byte order mark.
    private let starts: [Int]

    /// The text of a file.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
        self.starts = starts
    }

    /// All texts of a catalog, by path.
    static func table(of sources: [CatalogSource]) -> [String: SourceText] {
        Dictionary(sources.map { ($0.path, SourceText($0.bytes)) }) { first, _ in first }
    }

    /// A line, and a column in UTF-16 code units, both from 1.
    struct Place: Hashable {
        var line: Int
        var column: Int
    }

    /// The place of the byte with the given offset; the end of the text for offsets behind it.
    func place(at offset: Int) -> Place {
        let offset = min(max(offset, starts[0]), bytes.count)
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return Place(line: low + 1, column: 1 + Self.units(bytes[starts[low]..<offset]))
    }

    /// The column in UTF-16 code units for one in bytes; as it is when the line is not that long.
    func column(line: Int, byteColumn: Int) -> Int {
        guard line >= 1, line <= starts.count, byteColumn >= 1 else { return byteColumn }
        let start = starts[line - 1]
        let offset = start + byteColumn - 1
        guard offset <= (line < starts.count ? starts[line] : bytes.count) else { return byteColumn }
        return 1 + Self.units(bytes[start..<offset])
    }

    /// How many UTF-16 code units the bytes have: one a scalar, two a scalar of four bytes.
    private static func units(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    }
}
