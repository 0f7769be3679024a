import Foundation
import Testing
import TestSupport

@testable import SigbookCommands

/// What writing a file leaves behind.
@Suite struct FileWritingTests {
    private let folder: TemporaryFolder
    private let environment: CommandEnvironment

    init() throws {
        folder = try TemporaryFolder(["a.yaml": "old"])
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

    @Test func `several files are written together or not at all`() throws {
        try folder.write("b.yaml", "old")
        try environment.writeFiles([("a.yaml", Array("one".utf8)), ("b.yaml", Array("two".utf8))])
        #expect(folder.read("a.yaml") == "one")
        #expect(folder.read("b.yaml") == "two")
        #expect(
            throws: CommandFailure(
                "cannot write \"a.yaml/c\": File exists", hint: "no file is written", status: .findings)
        ) {
            try environment.writeFiles([("b.yaml", Array("new".utf8)), ("a.yaml/c", [])])
        }
        #expect(folder.read("b.yaml") == "two")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == ["a.yaml", "b.yaml"])
    }

    @Test func `what is in place and what is not is said when the last step fails`() throws {
        try folder.write("folder/x", "")
        #expect(
            throws: CommandFailure(
                "cannot write \"folder\": Is a directory",
                hint: "written: \"a.yaml\"; not written: \"folder\", \"b.yaml\"", status: .findings)
        ) {
            try environment.writeFiles([
                ("a.yaml", Array("new".utf8)), ("folder", [1]), ("b.yaml", Array("new".utf8)),
            ])
        }
        #expect(folder.read("a.yaml") == "new")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.yaml", "folder"])
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
