import Signalbook
import Testing
import TestSupport

@Suite struct DotEnvTests {
    private func values(_ text: String) -> [String: String] {
        DotEnv(parsing: text.utf8).entries.mapValues(\.value)
    }

    private func problems(_ text: String) -> [String] {
        DotEnv(parsing: text.utf8).problems.map(\.message)
    }

    @Test(arguments: [
        ("A=1", "1"), ("A = 1", "1"), ("  A=1  ", "1"), ("export A=1", "1"), ("export\tA=1", "1"), ("A=", ""),
        ("A= ", ""),
        ("A=a b c", "a b c"), ("A=a#b", "a#b"), ("A=a #b", "a"), ("A=#b", "#b"), ("A= # b", ""),
        ("A=a\t# b", "a"),
        ("A=a=b;c=d", "a=b;c=d"), ("A='a b'", "a b"), ("A='a # b' # c", "a # b"), (#"A='a\nb'"#, #"a\nb"#),
        ("A=\"a b\"", "a b"),
        (#"A="a\nb\t\"c\" \\ \$ \q""#, "a\nb\t\"c\" \\ $ \\q"), ("A=''", ""), ("A=\"\"#c", ""),
        ("A=it's", "it's"), ("A=${B}$C", "${B}$C"),
        ("A=ä€😀", "ä€😀"), ("\u{FEFF}A=1", "1"), ("A=1\r\n", "1"), ("A='1'\r\n", "1"), ("A=1\r", "1"),
        ("A=one\nA=two", "two"),
        ("# c\n\n  # d\nA=1", "1"), ("A='x\ny'", "x\ny"), ("A=\"x\r\ny\"", "x\ny"),
    ])
    func `a line gives its value`(text: String, expected: String) {
        let file = DotEnv(parsing: text.utf8)
        #expect(file.problems.isEmpty)
        #expect(file.entries.mapValues(\.value) == ["A": expected])
    }

    @Test func `a CR alone ends a line, and stays in no value`() {
        #expect(values("A=1\rB=2\r\rC='x\ry'\rD=4") == ["A": "1", "B": "2", "C": "x\ny", "D": "4"])
        #expect(
            problems("A=1\r\rbroken\rB=2") == [
                ".env:3: expected `=` after the variable's name; the line is skipped"
            ])
        #expect(values("A=\"x\\ry\"") == ["A": "x\ry"])
    }

    @Test func `export is a name like any other where it stands before the equals sign`() {
        #expect(values("export=1\nexportA=2") == ["export": "1", "exportA": "2"])
    }

    @Test func `every entry knows its line, also after a value that spans lines`() {
        let file = DotEnv(parsing: "A=1\n\nB='x\ny\nz'\nC=2".utf8)
        #expect(file.entries.mapValues(\.line) == ["A": 1, "B": 3, "C": 6])
    }

    @Test(arguments: [
        ("A", "expected `=` after the variable's name"),
        ("export A", "expected `=` after the variable's name"),
        ("A B=1", "expected `=` after the variable's name"),
        ("=1", "expected a variable's name of letters, digits and `_`"),
        ("1A=1", "expected a variable's name of letters, digits and `_`"),
        ("A='x", "the quoted value has no closing quote"),
        ("A=\"x\\\"", "the quoted value has no closing quote"),
        ("A='x'y", "unexpected text after the closing quote"),
        ("A=x\0y", "the value contains a NUL byte"),
    ])
    func `a broken line is reported with its place and skipped, and the next one is read`(
        text: String, reason: String
    ) {
        let file = DotEnv(parsing: "# c\n\(text)\nZ=1".utf8, path: "conf/.env")
        #expect(file.problems.map(\.message) == ["conf/.env:2: \(reason); the line is skipped"])
        #expect(file.entries.mapValues(\.value) == ["Z": "1"])
    }

    @Test func `a quote that only a later line closes does not swallow that line`() {
        let file = DotEnv(parsing: "A='x\nB='y'\nC=1".utf8)
        #expect(file.entries.mapValues(\.value) == ["B": "y", "C": "1"])
        #expect(file.problems.count == 1)
    }

    @Test func `a value that is not UTF-8 is reported`() {
        let file = DotEnv(parsing: Array("A=".utf8) + [0xFF] + Array("\nB=1".utf8))
        #expect(file.problems.map(\.message) == [".env:1: the value is not UTF-8; the line is skipped"])
        #expect(file.entries["B"]?.value == "1")
    }

    @Test func `problems never contain what a line says`() {
        #expect(!problems("SECRET hunter2\nKEY='hunter2\nhunter2'x").contains { $0.contains("hunter2") })
    }

    @Test func `many broken lines are summed up`() {
        let all = problems(String(repeating: "!\n", count: 1000))
        #expect(all.count == 17)
        #expect(all.last == ".env: has 984 more lines that cannot be read; they are skipped")
    }

    @Test func `a file past the limit is not used at all`() {
        let file = DotEnv(parsing: Array("A=1\n".utf8) + [UInt8](repeating: 0x20, count: DotEnv.maximumSize))
        #expect(file.entries.isEmpty)
        #expect(file.problems.map(\.message) == [".env: is longer than 1048576 bytes; none of it is used"])
    }

    @Test func `no description shows a value`() {
        let file = DotEnv(parsing: "KEY=hunter2".utf8)
        var dumped = ""
        dump(file, to: &dumped)
        #expect(![dumped, "\(file)", String(reflecting: file)].contains { $0.contains("hunter2") })
    }

    @Test func `random bytes neither trap nor hang`() {
        var generator = SeededGenerator()
        let alphabet = Array("A='\"\\#\n\r \t=export\0é".utf8)
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            let file = DotEnv(parsing: text)
            #expect(file.entries.allSatisfy { !$0.key.isEmpty })
        }
    }

    @Test func `a missing file is none, and a directory is a problem`() throws {
        #expect(DotEnv.read(path: "/nowhere/.env") == nil)
        let directory = try #require(DotEnv.read(path: "/"))
        #expect(
            directory.problems.map(\.message) == ["/: cannot be read: Is a directory; none of it is used"])
    }
}
