import Recordings
import Testing

/// A path in memory, where files are written, truncated and moved aside as a test wants it.
private final class InMemoryPath: FollowedFile {
    final class File {
        let number: UInt64
        var bytes: [UInt8]

        init(_ number: UInt64, _ text: String) {
            self.number = number
            bytes = Array(text.utf8)
        }

        var identity: FollowedIdentity { FollowedIdentity(number: [number], size: bytes.count) }
    }

    var file: File?
    private var opened: File?
    private var count: UInt64 = 0

    func put(_ text: String) {
        count += 1
        file = File(count, text)
    }

    func append(_ text: String) { file?.bytes += Array(text.utf8) }

    func atPath() -> FollowedIdentity? { file?.identity }

    func open() -> FollowedIdentity? {
        opened = file
        return opened?.identity
    }

    func size() -> Int { opened?.bytes.count ?? 0 }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard let opened, offset < opened.bytes.count else { return 0 }
        let count = min(buffer.count, opened.bytes.count - offset)
        buffer.copyBytes(from: opened.bytes[offset..<offset + count])
        return count
    }
}

@Suite struct FileFollowerTests {
    private let path = InMemoryPath()

    /// What one look at the path gives: lines, and notices in brackets.
    private func poll(_ follower: inout FileFollower<InMemoryPath>) throws -> [String] {
        var found: [String] = []
        var notices: [String] = []
        try follower.poll(
            notice: { notices.append("<\($0)>") }, line: { found.append(String(decoding: $0, as: UTF8.self)) }
        )
        return notices + found
    }

    @Test func `lines are handed out once they end`() throws {
        path.put("a\nb\nc")
        var follower = FileFollower(path, lastLines: nil)
        #expect(try poll(&follower) == ["a", "b"])
        #expect(try poll(&follower) == [])
        path.append("d\ne\n\n")
        #expect(try poll(&follower) == ["cd", "e", ""])
    }

    @Test(arguments: [(0, []), (1, ["c"]), (2, ["b", "c"]), (3, ["a", "b", "c"]), (9, ["a", "b", "c"])])
    func `as many lines at the end as asked for are read at first`(_ count: Int, _ expected: [String]) throws
    {
        path.put("a\nb\nc\n")
        var follower = FileFollower(path, lastLines: count)
        #expect(try poll(&follower) == expected)
        path.append("d\n")
        #expect(try poll(&follower) == ["d"])
    }

    @Test func `the last lines are found across blocks`() throws {
        let lines = (0..<20_000).map { "line \($0)" }
        path.put(lines.joined(separator: "\n") + "\n")
        var follower = FileFollower(path, lastLines: 15_000)
        #expect(try poll(&follower) == Array(lines.suffix(15_000)))
    }

    @Test func `a file that comes later is read from its beginning`() throws {
        var follower = FileFollower(path, lastLines: 1)
        #expect(try poll(&follower) == ["<missing>"])
        #expect(try poll(&follower) == [])
        path.put("a\nb\n")
        #expect(try poll(&follower) == ["<appeared>", "a", "b"])
    }

    @Test func `what was written before and after a rotation is read, in order`() throws {
        path.put("a\n")
        var follower = FileFollower(path, lastLines: nil)
        #expect(try poll(&follower) == ["a"])
        path.append("b\nunfinished")
        path.put("c\n")
        #expect(try poll(&follower) == ["<replaced>", "<appeared>", "b", "unfinished", "c"])
        path.append("d\n")
        #expect(try poll(&follower) == ["d"])
    }

    @Test func `a file that goes and comes back is followed again`() throws {
        path.put("a\n")
        var follower = FileFollower(path, lastLines: nil)
        #expect(try poll(&follower) == ["a"])
        path.append("b\n")
        let rotated = path.file
        path.file = nil
        rotated?.bytes += Array("c\n".utf8)
        #expect(try poll(&follower) == ["b", "c"])
        #expect(try poll(&follower) == [])
        path.put("d\n")
        #expect(try poll(&follower) == ["<appeared>", "d"])
    }

    @Test func `a truncated file is read from its beginning`() throws {
        path.put("a\nb\nrest")
        var follower = FileFollower(path, lastLines: nil)
        #expect(try poll(&follower) == ["a", "b"])
        path.file?.bytes = Array("c\n".utf8)
        #expect(try poll(&follower) == ["<truncated>", "c"])
    }

    @Test func `a line that is too long is left out and costs no memory`() throws {
        path.put("a\n")
        var follower = FileFollower(path, lastLines: nil)
        path.append(String(repeating: "x", count: (16 << 20) + 100_000))
        #expect(try poll(&follower) == ["<lineTooLong>", "a"])
        path.append("y\nb\n")
        #expect(try poll(&follower) == ["b"])
    }
}
