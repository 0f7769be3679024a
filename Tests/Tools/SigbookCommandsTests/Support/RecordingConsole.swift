import Synchronization

@testable import SigbookCommands

/// Runs commands in process and keeps what they write.
final class RecordingConsole: Sendable {
    private let written = Mutex("")
    private let said = Mutex("")

    /// Everything that was written as a result.
    var output: String { written.withLock { $0 } }
    /// Everything that was said besides.
    var talk: String { said.withLock { $0 } }

    /// An environment that writes here.
    func environment(
        in folder: String, isTerminal: Bool = false, usesColor: Bool = false, width: Int = 80
    ) -> CommandEnvironment {
        CommandEnvironment(
            workingDirectory: folder, isTerminal: isTerminal, isErrorTerminal: isTerminal,
            usesColor: usesColor, width: width, output: { text in self.written.withLock { $0 += text } },
            talk: { text in self.said.withLock { $0 += text } })
    }

    /// What a command line did.
    struct Outcome {
        var status: ExitStatus
        var output: String
        var talk: String
    }

    /// Runs `sigbook <words>` in a folder.
    static func run(
        _ words: [String], in folder: String = "/", isTerminal: Bool = false, usesColor: Bool = false,
        width: Int = 80, commands: [any SigbookCommand.Type] = AllCommands.list
    ) async -> Outcome {
        let console = RecordingConsole()
        let environment = console.environment(
            in: folder, isTerminal: isTerminal, usesColor: usesColor, width: width)
        let status = await Sigbook.run(words, commands: commands, in: environment)
        return Outcome(status: status, output: console.output, talk: console.talk)
    }
}
