import SignalVocabulary
package import Signalbook

/// Reads `OTEL_…` variables by OpenTelemetry's rules (specification, `configuration/common.md` and `sdk-environment-variables.md`), and
/// collects what is wrong with them.
///
/// An empty variable counts as not set. A value that cannot be read is reported and counts as not set. Values are shown in messages,
/// shortened, but for those that are read as secret.
package struct VariableReader {
    /// What is wrong, in the order in which it was found.
    package private(set) var problems: [ConfigurationProblem] = []

    private let environment: [String: String]

    /// A reader of the given variables.
    package init(_ environment: [String: String]) { self.environment = environment }

    /// The value without the white space around it; nil if it is not set or empty.
    package func text(_ name: String) -> String? {
        guard let value = environment[name] else { return nil }
        let space = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        let trimmed = value.utf8.drop(while: space).reversed().drop(while: space).reversed()
        return trimmed.isEmpty ? nil : String(decoding: Array(trimmed), as: UTF8.self)
    }

    /// True only for `true` in any case; anything but that and `false` is reported, and false.
    package mutating func boolean(_ name: String) -> Bool {
        guard let text = text(name) else { return false }
        switch text.lowercased() {
        case "true": return true
        case "false": return false
        default:
            report(name, "is \(shown(text)), expected true or false; it counts as false")
            return false
        }
    }

    /// A whole number that is not negative; nil if it is not set or cannot be read.
    package mutating func integer(_ name: String) -> Int? {
        guard let text = text(name) else { return nil }
        if text.utf8.count <= 18, text.utf8.allSatisfy(ASCII.isDigit), let number = Int(text) {
            return number
        }
        report(name, "is \(shown(text)), expected a whole number that is not negative; it is not used")
        return nil
    }

    /// One of the given words, in any case; nil if it is not set or none of them.
    package mutating func choice(_ name: String, of words: [String]) -> String? {
        guard let text = text(name) else { return nil }
        let word = text.lowercased()
        if words.contains(word) { return word }
        report(name, "is \(shown(text)), expected \(words.joined(separator: ", ")); it is not used")
        return nil
    }

    /// Notes that something is wrong with a variable.
    ///
    /// - Parameter message: what follows the variable's name; without its value if that is a secret.
    package mutating func report(
        _ name: String, _ message: String, severity: RuntimeDiagnostic.Severity = .warning,
        code: RuntimeDiagnostic.Code = .invalidConfiguration
    ) {
        problems.append(
            ConfigurationProblem(severity: severity, code: code, subject: name, message: "\(name) \(message)")
        )
    }

    /// A value as a message shows it: short, in quotes, and without control characters.
    package func shown(_ text: String) -> String { "\"" + plainLine(text.utf8, maximumLength: 64) + "\"" }
}
