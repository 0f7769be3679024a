/// Requests to try while the service runs.
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
