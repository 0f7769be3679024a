/// What to do next.
enum NextSteps {
    static func text(log: LogFile) -> String {
        """

        \(Terminal.heading("Next"))
          \(command("swift run quickstart --serve"))keeps the service running, for requests of your own
          \(command(#"grep '"severity":"error"' \#(log.path)"#))
          \(command(""))shows every error, with the request it belongs to
          \(command("schema/sessions.yaml"))is where to give session_created a property: build, and the compiler
          \(command(""))says where to pass it
        """
    }

    /// What to type, and the room behind it.
    private static func command(_ text: String) -> String {
        text + String(repeating: " ", count: max(2, 32 - text.count))
    }
}
