/// The loop of `sigbook tail`, for those who bring their own pace.
package enum FollowedLog {
    /// Follows as the words behind `sigbook tail` ask for, until `wait`, which is called between two looks at the file, says no.
    package static func follow(
        _ words: [String], in environment: CommandEnvironment, wait: () async -> Bool
    ) async throws -> ExitStatus {
        guard
            case .run(let arguments) = try CommandLineParser(definition: TailCommand.definition).parse(words)
        else { return .usage }
        return try await TailCommand.run(arguments, in: environment, wait: wait)
    }
}
