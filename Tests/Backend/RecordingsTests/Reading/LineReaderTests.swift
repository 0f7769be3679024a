import Recordings
import Testing

@Suite struct LineReaderTests {
    private func lines(_ bytes: [UInt8], block: Int = 1 << 20, most: Int = .max, limit: Int = 1 << 20) throws
        -> [String]
    {
        var reader = LineReader(MemorySource(bytes, most: most), blockSize: block, maximumLineLength: limit)
        var lines: [String] = []
        while let line = try reader.next() {
            lines.append(
                "\(line.number)\(line.isTooLong ? "!" : line.isTerminated ? "" : "…") "
                    + String(decoding: line.bytes, as: UTF8.self))
        }
        #expect(reader.byteCount == bytes.count)
        return lines
    }

    @Test func `lines are the same however few bytes a read gives and a block holds`() throws {
        let text =
            Array("a\n\nbcd\n".utf8) + Array(String(repeating: "x", count: 100).utf8) + Array("\nlast".utf8)
        let expected = ["1 a", "2 ", "3 bcd", "4 " + String(repeating: "x", count: 100), "5… last"]
        for most in [1, 2, 3, 7, 1000] {
            for block in [1, 2, 5, 64, 4096] {
                #expect(try lines(text, block: block, most: most) == expected)
            }
        }
    }

    @Test func `a line that is too long is told and the next one is read`() throws {
        let long = String(repeating: "y", count: 500)
        for most in [1, 10, 1000] {
            for block in [1, 16, 64] {
                let found = try lines(Array("a\n\(long)\nb\n".utf8), block: block, most: most, limit: 100)
                #expect(found == ["1 a", "2! " + String(repeating: "y", count: 100), "3 b"])
            }
        }
        #expect(
            try lines(Array(long.utf8), block: 16, limit: 100) == ["1! " + String(repeating: "y", count: 100)]
        )
    }

    @Test func `a line of just the longest length is read`() throws {
        let line = String(repeating: "z", count: 100)
        #expect(
            try lines(Array("\(line)\n\(line)".utf8), block: 8, limit: 100) == ["1 " + line, "2… " + line])
    }

    @Test func `a byte order mark at the beginning of a file is no part of its first line`() throws {
        #expect(try lines([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xEF, 0xBB, 0xBF]) == ["1 a", "2… \u{FEFF}"])
    }

    @Test func `an empty source has no line`() throws { #expect(try lines([]) == []) }

    @Test func `a file that is not there is told by its name`() {
        #expect(throws: RecordingError("cannot open \"x\": No such file or directory")) {
            try FileSource(opening: "/nonexistent/signals.jsonl", named: "x")
        }
    }

    @Test func `a folder is told when it is read`() throws {
        var reader = LineReader(try FileSource(opening: "/", named: "root"))
        #expect(throws: RecordingError("cannot read \"root\": Is a directory")) {
            try { try reader.next() == nil }()
        }
    }
}
