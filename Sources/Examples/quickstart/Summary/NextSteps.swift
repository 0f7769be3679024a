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

/// What to try while the service runs.
enum Examples {
    static func text(port: Int, log: LogFile) -> String {
        let address = "http://127.0.0.1:\(port)"
        let key = #"-H "Authorization: Bearer \#(Caller.all[0].key)""#
        return """

            \(Terminal.heading("The service is listening on \(address)")); Ctrl-C ends it.
              curl \(address)/health
              curl -i \(address)/api/v1/sessions -d '{"bundle_id":"support-desk","provider":"anthropic"}' \\
                \(key) -H "X-Request-ID: my-own-id"
              curl \(address)/api/v1/sessions/SESSION_ID/messages -d '{"text":"hello"}' \(key)
              tail -f \(log.path)
            """
    }
}
