/// The loop of `sigbook tail`, for callers that decide how long it waits between two looks at the file.
package enum FollowedLog {
    /// Follows a file as the words after `sigbook tail` say, until `wait` returns false. It is called between two looks at the file.
    package static func follow(
        _ words: [String], in environment: CommandEnvironment, wait: () async -> Bool
    ) async throws -> ExitStatus {
        guard
            case .run(let arguments) = try CommandLineParser(definition: TailCommand.definition).parse(words)
        else { return .usage }
        return try await TailCommand.run(arguments, in: environment, wait: wait)
    }
}
