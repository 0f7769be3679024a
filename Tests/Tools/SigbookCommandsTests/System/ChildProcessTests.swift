import Testing

@testable import SigbookCommands

/// Programs that are run for us.
@Suite(.timeLimit(.minutes(10))) struct ChildProcessTests {
    @Test func `input goes in and both outputs come back, however much it is`() async throws {
        let input = [UInt8](repeating: 0x61, count: 1 << 20)
        let process = try await ChildProcess.run(["sh", "-c", "tee /dev/stderr; exit 3"], input: input)
        #expect(process.status == 3)
        #expect(process.output == input)
        #expect(process.error == input)
    }

    @Test func `a program that reads nothing does no harm`() async throws {
        let process = try await ChildProcess.run(["true"], input: [UInt8](repeating: 0x61, count: 1 << 20))
        #expect(process.status == 0)
    }

    @Test func `programs that read nothing do no harm, however many end at once`() async throws {
        let input = [UInt8](repeating: 0x61, count: 1 << 20)
        try await withThrowingTaskGroup { group in
            for _ in 0..<64 { group.addTask { try await ChildProcess.run(["true"], input: input).status } }
            for try await status in group { #expect(status == 0) }
        }
    }

    @Test func `arguments are no shell's`() async throws {
        let process = try await ChildProcess.run(["printf", "%s", "$HOME; `id` \"x\""])
        #expect(process.output == Array("$HOME; `id` \"x\"".utf8))
    }

    @Test func `a program that is not there is told`() async {
        await #expect {
            _ = try await ChildProcess.run(["signalbook-no-such-program"])
        } throws: { ($0 as? ChildProcess.Failure)?.isMissing == true }
    }

    @Test func `a signal is no status`() async throws {
        #expect(try await ChildProcess.run(["sh", "-c", "kill -9 $$"]).status == -1)
    }
}
