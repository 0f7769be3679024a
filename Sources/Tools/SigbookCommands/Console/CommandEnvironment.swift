/// All that a command knows of the world, and all it can do to it.
package struct CommandEnvironment: Sendable {
    /// The folder that relative paths are relative to; they are shown as they are given.
    package var workingDirectory: String
    /// Whether results go to a terminal.
    package var isTerminal: Bool
    /// Whether talk goes to a terminal.
    package var isErrorTerminal: Bool
    /// How results are coloured: only on a terminal.
    package var style: TextStyle
    /// How talk is coloured: only on a terminal.
    package var errorStyle: TextStyle
    /// How many columns the terminal has; 80 where there is none, so that output is the same everywhere.
    package var width: Int
    private let output: @Sendable (String) -> Void
    private let talk: @Sendable (String) -> Void

    /// An environment whose output goes where the caller wants it, such as a test.
    ///
    /// - Parameter usesColor: whether terminals get colours.
    package init(
        workingDirectory: String, isTerminal: Bool = false, isErrorTerminal: Bool = false,
        usesColor: Bool = false, width: Int = 80, output: @escaping @Sendable (String) -> Void,
        talk: @escaping @Sendable (String) -> Void
    ) {
        self.workingDirectory = workingDirectory
        self.isTerminal = isTerminal
        self.isErrorTerminal = isErrorTerminal
        style = TextStyle(isEnabled: usesColor && isTerminal)
        errorStyle = TextStyle(isEnabled: usesColor && isErrorTerminal)
        self.width = width
        self.output = output
        self.talk = talk
    }

    /// Writes results, to the standard output. The text brings its own line ends.
    package func write(_ text: String) { output(text) }

    /// Says something, on the standard error. The text brings its own line ends.
    package func note(_ text: String) { talk(text) }
}
