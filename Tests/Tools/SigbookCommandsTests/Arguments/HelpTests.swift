import Testing

@testable import SigbookCommands

/// Help on every level.
@Suite struct HelpTests {
    @Test func `the overview is as reviewed, however it is asked for`() async throws {
        let outcome = await RecordingConsole.run(["--help"])
        #expect(outcome.status == .success)
        #expect(outcome.talk.isEmpty)
        for words in [[], ["-h"], ["help"], ["help", "--help"]] {
            #expect(await RecordingConsole.run(words).output == outcome.output)
        }
        try Golden.expect(outcome.output, is: "help/sigbook.txt")
    }

    @Test(arguments: AllCommands.list.map { $0.definition.name })
    func `the help of every command is as reviewed, however it is asked for`(name: String) async throws {
        let outcome = await RecordingConsole.run(["help", name])
        #expect(outcome.status == .success)
        for words in [[name, "--help"], [name, "-h"], [name, "--nonsense", "-h"]] {
            #expect(await RecordingConsole.run(words).output == outcome.output)
        }
        try Golden.expect(outcome.output, is: "help/\(name).txt")
    }

    @Test(arguments: AllCommands.list.map { $0.definition.name })
    func `no line of help is wider than the terminal, but for what is not to be broken`(name: String) async {
        let outcome = await RecordingConsole.run(["help", name], isTerminal: true, width: 60)
        for line in outcome.output.split(separator: "\n") where line.count > 60 {
            // Usage, options, indented lines of a discussion and examples stay whole.
            #expect(line.hasPrefix(" ") || line.hasPrefix("Usage:"), "\(line)")
        }
    }

    @Test func `names are in the order and form that definitions promise`() {
        for definition in AllCommands.list.map({ $0.definition }) {
            #expect(definition.options.allSatisfy { $0.name.hasPrefix("--") }, "\(definition.name)")
            #expect(
                Set(definition.options.map(\.name)).count == definition.options.count, "\(definition.name)")
            #expect(!definition.summary.hasSuffix("."), "\(definition.name)")
            #expect(definition.options.allSatisfy { $0.help.hasSuffix(".") }, "\(definition.name)")
            // Required arguments come first, and only the last repeats.
            let required = definition.arguments.prefix(while: \.isRequired)
            #expect(required.count == definition.arguments.count(where: \.isRequired), "\(definition.name)")
            #expect(definition.arguments.dropLast().allSatisfy { !$0.isRepeating }, "\(definition.name)")
        }
    }
}
