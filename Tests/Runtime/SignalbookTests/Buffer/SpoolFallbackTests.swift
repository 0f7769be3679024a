import Foundation
import Testing
import TestSupport

@testable import Signalbook

/// Where a ring cannot be kept in files.
@Suite struct SpoolFallbackTests {
    /// Tracks some events with this spool directory, and says whether they arrived and what was said.
    private func track(_ directory: String, megabytes: Int = 1) async -> (
        arrived: Int, diagnostics: [RuntimeDiagnostic]
    ) {
        let diagnostics = DiagnosticRecord()
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter, diagnostics: diagnostics) {
            $0.buffer.directory = directory
            $0.buffer.capacityBytes = megabytes << 20
        }
        for number in 0..<10 { telemetry.track(.counted(number)) }
        await telemetry.shutdown(deadline: .seconds(300))
        return (exporter.signals.count, diagnostics.all)
    }

    @Test(arguments: ["/dev/null/spool", "/dev/null", "/nowhere/at/all/spool", ""])
    func `with a path that is no directory the ring is in memory, which is said once`(_ path: String) async {
        let (arrived, diagnostics) = await track(path)
        #expect(arrived == 10)
        #expect(diagnostics.map(\.code) == [.spoolUnavailable])
    }

    @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
    func `with a directory that must not be written to the ring is in memory`() async throws {
        let directory = try TemporaryFolder()
        chmod(directory.path, 0o500)
        defer { chmod(directory.path, 0o700) }
        let (arrived, diagnostics) = await track(directory.path)
        #expect(arrived == 10)
        #expect(diagnostics.map(\.code) == [.spoolUnavailable])
    }

    @Test(.enabled(if: geteuid() == 0, "only root can mount"))
    func `with a full disk the ring is in memory, and nothing is left on the disk`() async throws {
        let directory = try TemporaryFolder()
        guard mount("tmpfs", directory.path, "tmpfs", 0, "size=3m,mode=700") == 0 else {
            return withKnownIssue("this machine lets nobody mount", isIntermittent: true) {
                Issue.record("mount: \(String(cString: strerror(errno)))")
            }
        }
        defer { umount2(directory.path, Int32(MNT_DETACH)) }
        let (arrived, diagnostics) = await track(directory.path, megabytes: 8)
        #expect(arrived == 10)
        #expect(diagnostics.map(\.code) == [.spoolUnavailable])
        #expect(diagnostics.first?.message.contains("No space left") == true)
        #expect(directory.names.isEmpty)
        // A smaller one fits.
        #expect(await track(directory.path, megabytes: 1).diagnostics.isEmpty)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can mount"))
    func `with a read-only disk the ring is in memory, and what waits there is left`() async throws {
        let directory = try TemporaryFolder()
        guard mount("tmpfs", directory.path, "tmpfs", 0, "size=8m,mode=700") == 0 else {
            return withKnownIssue("this machine lets nobody mount", isIntermittent: true) {
                Issue.record("mount: \(String(cString: strerror(errno)))")
            }
        }
        defer { umount2(directory.path, Int32(MNT_DETACH)) }
        try {
            let ring = try TestRecord.makeRing(in: directory.path)
            TestRecord.write(1, to: ring)
        }()
        try #require(mount("tmpfs", directory.path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), "") == 0)
        #expect(await track(directory.path).diagnostics.map(\.code) == [.spoolUnavailable])
        let diagnostics = DiagnosticRecord()
        #expect(TestRecord.adopt(directory.path, diagnostics: diagnostics).spools.isEmpty)
        #expect(diagnostics.codes == [.spoolLeft])
        try #require(mount("tmpfs", directory.path, "tmpfs", UInt(MS_REMOUNT), "") == 0)
        #expect(TestRecord.adopt(directory.path).spools.flatMap { TestRecord.drain($0) } == [1])
    }

    @Test func `a symbolic link is not followed, and the message names what it leads to`() async throws {
        let directory = try TemporaryFolder()
        let real = directory.file("real")
        try FileManager.default.createDirectory(
            atPath: real, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        let link = directory.file("link")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real")
        let (arrived, diagnostics) = await track(link)
        #expect(arrived == 10)
        #expect(diagnostics.map(\.code) == [.spoolUnavailable])
        let message = try #require(diagnostics.first?.message)
        #expect(
            message.hasSuffix(
                "'\(link)': it is a symbolic link, and these are not followed; name the directory itself, '\(real)'"
            ),
            "\(message)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: real).isEmpty)

        let dangling = directory.file("dangling")
        try FileManager.default.createSymbolicLink(atPath: dangling, withDestinationPath: "nowhere")
        let other = await track(dangling).diagnostics
        #expect(other.map(\.code) == [.spoolUnavailable])
        #expect(other.first?.message.hasSuffix("not followed; name the directory itself") == true)
    }

    @Test func `a missing directory is made, for its owner alone`() async throws {
        let directory = try TemporaryFolder()
        let (arrived, diagnostics) = await track(directory.file("spool"))
        #expect(arrived == 10)
        #expect(diagnostics.isEmpty)
        let permissions = try FileManager.default.attributesOfItem(atPath: directory.file("spool"))[
            .posixPermissions]
        #expect(permissions as? Int == 0o700)
    }
}
