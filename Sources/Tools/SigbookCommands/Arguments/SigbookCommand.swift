/// A subcommand of `sigbook`.
///
/// All it reads and writes goes through the environment, so that a test can run it in process.
package protocol SigbookCommand: Sendable {
    /// What it is called and takes.
    static var definition: CommandDefinition { get }

    /// Does it. A thrown ``CommandFailure`` is told and its status returned.
    static func run(_ arguments: ParsedArguments, in environment: CommandEnvironment) async throws
        -> ExitStatus
}
