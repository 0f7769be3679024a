import Foundation
import Testing

@testable import SigbookCommands

/// What writing a file leaves behind.
@Suite struct FileWritingTests {
    private let folder: Folder
    private let environment: CommandEnvironment

    init() throws {
        folder = try Folder(["a.yaml": "old"])
        environment = RecordingConsole().environment(in: folder.path)
    }

    private func attributes(_ name: String) throws -> [FileAttributeKey: Any] {
        try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
    }

    @Test func `a file is replaced whole, keeps its mode and leaves nothing beside it`() throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o640], ofItemAtPath: folder.path + "/a.yaml")
        try environment.writeFile("a.yaml", Array("new".utf8))
        #expect(folder.read("a.yaml") == "new")
        #expect(try attributes("a.yaml")[.posixPermissions] as? Int == 0o640)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.yaml"])
    }

    @Test func `a file that has these bytes is not touched`() throws {
        let before = try attributes("a.yaml")[.systemFileNumber] as? Int
        try environment.writeFile("a.yaml", Array("old".utf8))
        #expect(try attributes("a.yaml")[.systemFileNumber] as? Int == before)
        #expect(before != nil)
    }

    @Test func `a symbolic link stays one`() throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link.yaml", withDestinationPath: "a.yaml")
        try environment.writeFile("link.yaml", Array("new".utf8))
        #expect(folder.read("a.yaml") == "new")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link.yaml") == "a.yaml")
    }

    @Test func `folders are made for a new file`() throws {
        try environment.writeFile("x/y/z.yaml", Array("new".utf8))
        #expect(folder.read("x/y/z.yaml") == "new")
    }

    @Test func `what cannot be written or read is a failure that names it`() {
        #expect(
            throws: CommandFailure("cannot write \"a.yaml/b\": File exists", status: .findings)
        ) { try environment.writeFile("a.yaml/b", []) }
        #expect(
            throws: CommandFailure("cannot read \"b\": No such file or directory", status: .findings)
        ) { try environment.readFile("b") }
        #expect(throws: CommandFailure("cannot read \".\": Is a directory", status: .findings)) {
            try environment.readFile(".")
        }
    }
}
