#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

extension CommandEnvironment {
    /// The environment of this process.
    ///
    /// A reader that goes away (`sigbook rules | head`) ends the process without a word, as it ends `cat`: by SIGPIPE, also where the
    /// parent process ignores it. Any other reason why results cannot be written, such as a full disk, ends it with a word and as a
    /// file that cannot be written does.
    package static func ofProcess() -> CommandEnvironment {
        signal(SIGPIPE, SIG_DFL)
        let isTerminal = isatty(STDOUT_FILENO) == 1
        return CommandEnvironment(
            workingDirectory: currentFolder(), isTerminal: isTerminal,
            isErrorTerminal: isatty(STDERR_FILENO) == 1,
            usesColor: getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
                && getenv("TERM").map { strcmp($0, "dumb") != 0 } ?? false,
            width: isTerminal ? terminalWidth() : 80,
            output: writeResults, talk: { _ = StandardStream.error.put($0) })
    }

    private static func writeResults(_ text: String) {
        guard let reason = StandardStream.output.put(text) else { return }
        _ = StandardStream.error.put("sigbook: error: cannot write the results: \(reason)\n")
        exit(ExitStatus.findings.rawValue)
    }

    private static func currentFolder() -> String {
        guard let path = getcwd(nil, 0) else { return "." }
        defer { free(path) }
        return String(cString: path)
    }

    private static func terminalWidth() -> Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
