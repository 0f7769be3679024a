import SigbookCommands
import Testing

/// What every command line has in common.
@Suite struct CommandLineTests {
    @Test(arguments: [
        (["chekc"], "unknown command \"chekc\"; did you mean \"check\"?", "See 'sigbook help'."),
        (["--versoin"], "unknown option \"--versoin\"; did you mean \"--version\"?", "See 'sigbook help'."),
        (
            ["check", "--formt", "json"], "unknown option \"--formt\" of check; did you mean \"--format\"?",
            "See 'sigbook help check'."
        ),
        (
            ["check", "--format", "jsn"], "--format cannot be \"jsn\"; did you mean \"json\"?",
            "See 'sigbook help check'."
        ),
        (
            ["check", "--format="],
            "--format cannot be \"\"; expected \"text\", \"json\", \"github\" or \"sarif\"",
            "See 'sigbook help check'."
        ),
        (["check", "--catalog"], "--catalog needs a value, PATH", "See 'sigbook help check'."),
        (
            ["check", "--catalog", "--format"],
            "--catalog needs a value, PATH; write --catalog=VALUE when the value begins with a dash",
            "See 'sigbook help check'."
        ),
        (
            ["check", "--", "--format"],
            "check takes no arguments besides its options, such as \"--format\"", "See 'sigbook help check'."
        ),
    ])
    func `a command line that makes no sense is refused with what to do about it`(
        words: [String], message: String, next: String
    ) async {
        let outcome = await RecordingConsole.run(words)
        #expect(outcome.status == .usage)
        #expect(outcome.talk == "sigbook: error: \(message)\n\(next)\n")
        #expect(outcome.output.isEmpty)
    }
}
