import Dispatch
import Foundation
import Testing
import TestSupport

@testable import Signalbook

@Suite struct DiagnosticChannelTests {
    @Test func `a repeated diagnostic is handed on at the powers of ten`() {
        let seen = DiagnosticLog()
        let channel = DiagnosticChannel(handler: seen.append)
        var composed = 0
        func message() -> String {
            composed += 1
            return "no space"
        }
        for _ in 0..<1500 { channel.report(.warning, .exportFailed, subject: "json-lines", message()) }
        #expect(seen.all.map(\.occurrences) == [1, 10, 100, 1000])
        #expect(composed == 4)
        #expect(channel.occurrences(of: .exportFailed) == 1500)
        #expect(
            seen.all.map(\.description).prefix(2) == [
                "warning: no space [export-failed]", "warning: no space (10 times so far) [export-failed]",
            ])
    }

    @Test func `codes and subjects do not suppress each other`() {
        let seen = DiagnosticLog()
        let channel = DiagnosticChannel(handler: seen.append)
        channel.report(.warning, .exportFailed, subject: "a", "1")
        channel.report(.warning, .exportFailed, subject: "b", "2")
        channel.report(.note, .missingHashKey, "3")
        channel.report(.warning, .exportFailed, subject: "a", "4")
        #expect(seen.all.map(\.message) == ["1", "2", "3"])
    }

    @Test func `endless subjects are counted under their code in the end`() {
        let seen = DiagnosticLog()
        let channel = DiagnosticChannel(handler: seen.append)
        for index in 0..<5000 { channel.report(.warning, .unknownVariable, subject: "\(index)", "x") }
        #expect(seen.all.count < 1100)
        #expect(channel.occurrences(of: .unknownVariable) == 5000)
    }

    @Test func `a handler may report in its turn`() {
        final class Loop: Sendable { let seen = DiagnosticLog() }
        let loop = Loop()
        let inner = DiagnosticChannel(handler: loop.seen.append)
        let channel = DiagnosticChannel { diagnostic in
            inner.report(.note, diagnostic.code, diagnostic.message)
        }
        channel.report(.error, .exportFailed, "x")
        #expect(loop.seen.all.count == 1)
    }

    @Test func `threads reporting at once lose no count`() {
        let seen = DiagnosticLog()
        let channel = DiagnosticChannel(handler: seen.append)
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            for _ in 0..<2500 { channel.report(.warning, .exportFailed, "x") }
        }
        #expect(channel.occurrences(of: .exportFailed) == 10_000)
        #expect(seen.all.map(\.occurrences).sorted() == [1, 10, 100, 1000, 10_000])
    }

    @Test func `problems of the configuration each get through`() {
        let seen = DiagnosticLog()
        let channel = DiagnosticChannel(handler: seen.append)
        let loaded = Configuration.load(environment: ["TELEMETRY_BATCH_SIZE": "x", "TELEMETRY_ENABLED": "x"])
        channel.report(loaded.problems)
        channel.report(loaded.problems)
        #expect(seen.all.map(\.subject) == ["TELEMETRY_ENABLED", "TELEMETRY_BATCH_SIZE"])
    }

    @Test func `severities are ordered`() {
        #expect([RuntimeDiagnostic.Severity.error, .note, .warning].sorted() == [.note, .warning, .error])
    }

    private static let diagnostic = RuntimeDiagnostic(
        severity: .warning, code: .exportFailed, subject: "a", message: "no\nspace", occurrences: 1)

    @Test func `a diagnostic is one line`() throws {
        let pipe = Pipe()
        DiagnosticChannel.write(Self.diagnostic, to: pipe.fileHandleForWriting.fileDescriptor)
        try pipe.fileHandleForWriting.close()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(text == "signalbook: warning: no space [export-failed]\n")
    }

    @Test func `where nobody reads diagnostics any more, the host lives`() throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        DiagnosticChannel.write(Self.diagnostic, to: pipe.fileHandleForWriting.fileDescriptor)
    }

    @Test(.timeLimit(.minutes(10)))
    func `where nobody reads diagnostics for now, who reports is not held up until somebody does`()
        async throws
    {
        let pipe = Pipe()
        let descriptor = pipe.fileHandleForWriting.fileDescriptor
        let flags = fcntl(descriptor, F_GETFL)
        _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
        var count = 0
        // One byte at a time, so that not even a short line has room.
        while write(descriptor, "x", 1) == 1 { count += 1 }
        #expect(errno == EAGAIN)
        _ = fcntl(descriptor, F_SETFL, flags)
        // It returns, and what it had to say is lost.
        try await onThread { for _ in 0..<3 { DiagnosticChannel.write(Self.diagnostic, to: descriptor) } }
        try pipe.fileHandleForWriting.close()
        #expect(pipe.fileHandleForReading.readDataToEndOfFile().count == count)
    }
}
