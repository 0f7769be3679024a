import Testing

@testable import SigbookCommands

/// What every command line has in common.
@Suite struct CommandLineTests {
    @Test(arguments: [
        (["chekc"], "unknown command \"chekc\"; did you mean \"check\"?", "sigbook help"),
        (["--versoin"], "unknown option \"--versoin\"; did you mean \"--version\"?", "sigbook help"),
        (
            ["--catalog", "x", "check"],
            "unknown option \"--catalog\"; the options of a command stand behind it", "sigbook help"
        ),
        (["help", "chekc"], "unknown command \"chekc\"; did you mean \"check\"?", "sigbook help"),
        (
            ["echo", "--formt", "json"], "unknown option \"--formt\" of echo; did you mean \"--format\"?",
            "sigbook help echo"
        ),
        (["echo", "-x", "a"], "unknown option \"-x\" of echo", "sigbook help echo"),
        (
            ["echo", "--format", "jsn"], "unknown value \"jsn\" of --format; did you mean \"json\"?",
            "sigbook help echo"
        ),
        (
            ["echo", "--format="],
            "unknown value \"\" of --format; expected \"text\", \"json\", \"github\" or \"sarif\"",
            "sigbook help echo"
        ),
        (["echo", "--to"], "--to needs a value, PLACE", "sigbook help echo"),
        (["echo", "--to="], "--to needs a value, PLACE", "sigbook help echo"),
        (
            ["echo", "--to", "--loud"],
            "--to needs a value, PLACE; write --to=VALUE when the value begins with a dash",
            "sigbook help echo"
        ),
        (["echo", "--loud=yes"], "--loud takes no value", "sigbook help echo"),
        (
            ["echo", "--today", "2026-02-29"],
            "--today must be a day that exists, not \"2026-02-29\"; write it as YYYY-MM-DD",
            "sigbook help echo"
        ),
        (["echo"], "echo needs <what>", "sigbook help echo"),
        (
            ["check", "--", "--format"],
            "check takes options alone, not \"--format\"", "sigbook help check"
        ),
        (
            ["check", "schema"],
            "check takes options alone, not \"schema\"; name a catalog with --catalog schema",
            "sigbook help check"
        ),
        (
            ["completion", "bash", "zsh"], "completion takes no further argument \"zsh\"",
            "sigbook help completion"
        ),
    ])
    func `a command line that makes no sense is refused with what to do about it`(
        words: [String], message: String, next: String
    ) async {
        let outcome = await RecordingConsole.run(
            words, commands: [CheckCommand.self, CompletionCommand.self, Echo.self])
        #expect(outcome.status == .usage)
        #expect(outcome.talk == "sigbook: error: \(message)\nSee '\(next)'.\n")
        #expect(outcome.output.isEmpty)
    }

    @Test(arguments: [
        (["a", "b"], "to=here to*=here loud=false today=nil | a b"),
        (["--to", "x", "a", "--to=y", "--loud"], "to=y to*=x,y loud=true today=nil | a"),
        (["--to=-", "-", "--", "--loud", "--to"], "to=- to*=- loud=false today=nil | - --loud --to"),
        (["--to=a=b", "", "--today=2024-02-29"], "to=a=b to*=a=b loud=false today=2024-02-29 | "),
        (["--to", "-", "a"], "to=- to*=- loud=false today=nil | a"),
    ])
    func `options and arguments are told apart`(words: [String], result: String) async {
        let outcome = await RecordingConsole.run(["echo"] + words, commands: [Echo.self])
        #expect(outcome.output == result + "\n")
        #expect(outcome.status == .success)
        #expect(outcome.talk.isEmpty)
    }

    @Test func `a failure is told on the error stream and gives its status`() async {
        let outcome = await RecordingConsole.run(["echo", "fail"], commands: [Echo.self])
        #expect(outcome.status == .findings)
        #expect(outcome.talk == "sigbook: error: no luck; try again\n")
        let colored = await RecordingConsole.run(
            ["echo", "fail"], isTerminal: true, usesColor: true, commands: [Echo.self])
        #expect(colored.talk == "\u{1B}[1msigbook:\u{1B}[0m \u{1B}[31merror:\u{1B}[0m no luck; try again\n")
    }

    @Test func `an error that is no failure of a command's own is a mistake of the program's`() async {
        let outcome = await RecordingConsole.run(["echo", "break"], commands: [Echo.self])
        #expect(outcome.status == .internalError)
        #expect(outcome.talk.hasPrefix("sigbook: error: "))
        #expect(outcome.talk.contains("a mistake of sigbook's own"))
    }

    @Test func `the version is printed`() async {
        let outcome = await RecordingConsole.run(["--version"])
        #expect(outcome.output == "sigbook 0.1.0\n")
    }
}

/// Writes what it was given.
enum Echo: SigbookCommand {
    static let definition = CommandDefinition(
        "echo", summary: "Write what is given",
        arguments: [
            ArgumentDefinition("what", help: "Something.", isRequired: true),
            ArgumentDefinition("more", help: "Something else.", isRepeating: true),
        ],
        options: [
            .value("--to", "PLACE", help: "Where.", default: "here", isRepeating: true),
            .flag("--loud", help: "How."), .format, .today,
        ])

    struct Broken: Error {}

    static func run(_ arguments: ParsedArguments, in environment: CommandEnvironment) async throws
        -> SigbookCommands.ExitStatus
    {
        switch arguments.positionals.first {
        case "fail": throw CommandFailure("no luck", hint: "try again", status: .findings)
        case "break": throw Broken()
        default: break
        }
        environment.write(
            """
            to=\(arguments.value("--to") ?? "nil") to*=\(arguments.values("--to").joined(separator: ",")) \
            loud=\(arguments.has("--loud")) today=\(arguments.today ?? "nil") \
            | \(arguments.positionals.joined(separator: " "))

            """)
        return .success
    }
}
