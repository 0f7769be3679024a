import SignalVocabulary
import Foundation

extension Configuration {
    /// The configuration that the environment and a `.env` file ask for, over the defaults.
    ///
    /// Read are the variables named with each setting, and those of OpenTelemetry that say the same (`OTEL_BLRP_…`, `OTEL_SDK_DISABLED`),
    /// which ours go before; but none of the latter
    /// where `OTEL_CONFIG_FILE` is set. A variable of the environment goes before the file's, unless it is empty. A value that cannot be used is replaced by its
    /// default; so is a bad value of the environment where the file has a good one, for nobody could tell why.
    ///
    /// - Parameters:
    ///   - environment: The environment; nil: the process's own.
    ///   - dotEnv: The `.env` file, nil if there is none. What is wrong with it is among the problems.
    ///   - contextVariables: The catalog's variables: from a variable's name (`variable:`) to its context property's name.
    /// - Returns: The configuration and, in an order that depends on nothing but the input, what could not be used.
    public static func load(
        environment: [String: String]? = nil, dotEnv: DotEnv? = nil,
        contextVariables: [String: String] = [:]
    ) -> (configuration: Configuration, problems: [ConfigurationProblem]) {
        var loader = ConfigurationLoader(
            environment: environment ?? ProcessInfo.processInfo.environment, dotEnv: dotEnv,
            contextVariables: contextVariables)
        loader.load()
        return (loader.configuration, loader.problems)
    }

    /// The configured hash key, or a random one and, on `diagnostics`, a note about what that means.
    package func effectiveHashKey(reportingTo diagnostics: DiagnosticChannel) -> HashKey {
        if let key = privacy.hashKey { return key }
        guard isEnabled else { return .random() }
        diagnostics.report(
            .note, .missingHashKey,
            """
            there is no \(ConfigurationVariable.hashKey) to use; personal values are hashed with a random key, so their hashes \
            cannot be compared with those of another process or start
            """)
        return .random()
    }
}

/// Reads variables into a ``Configuration``.
private struct ConfigurationLoader: Sendable {
    let environment: [String: String]
    let dotEnv: DotEnv?
    let contextVariables: [String: String]
    var configuration = Configuration()
    var problems: [ConfigurationProblem] = []

    init(environment: [String: String], dotEnv: DotEnv?, contextVariables: [String: String]) {
        self.environment = environment
        self.dotEnv = dotEnv
        self.contextVariables = contextVariables
    }

    mutating func load() {
        problems = dotEnv?.problems ?? []
        loadOpenTelemetry()
        let variables = ConfigurationVariable.all
        for variable in variables {
            guard let found = value(of: variable.name), !variable.apply(found.text, &configuration) else {
                continue
            }
            report(
                variable.name,
                "is \(quoted(found.text)), expected \(variable.expectation); using the default \(variable.fallback)",
                at: found.place)
        }
        loadHashKey()
        for (variable, property) in contextVariables {
            if let found = value(of: variable) { configuration.context[property] = found.text }
        }
        let source = Self(environment: environment, dotEnv: dotEnv, contextVariables: [:])
        configuration.variable = { source.value(of: $0)?.text }
        reportUnknownVariables(
            known: variables.map(\.name) + [ConfigurationVariable.hashKey, ConfigurationVariable.hashKeyID]
                + LibraryVariable.all.map(\.name))
    }

    /// Before ours, which go before them.
    private mutating func loadOpenTelemetry() {
        guard value(of: OpenTelemetryVariable.configurationFile) == nil else {
            return problems.append(.openTelemetryFileIsNotRead)
        }
        for variable in OpenTelemetryVariable.all {
            guard let found = value(of: variable.name) else { continue }
            if !variable.ours.isEmpty, variable.ours.allSatisfy({ value(of: $0) != nil }) { continue }
            let loader = self
            switch variable.apply(found.text, &configuration, { loader.value(of: $0) != nil }) {
            case .used: break
            case .refused:
                report(
                    variable.name,
                    "is \(quoted(found.text)), expected \(variable.expectation); it is not used",
                    at: found.place)
            case .limited(let used):
                report(
                    variable.name, "is \(quoted(found.text)); using the nearest limit \(used)",
                    at: found.place)
            }
        }
    }

    private mutating func loadHashKey() {
        var id = HashKey.defaultID
        if let found = value(of: ConfigurationVariable.hashKeyID) {
            if (1...64).contains(found.text.utf8.count), found.text.utf8.allSatisfy(isWordByte) {
                id = found.text
            } else {
                report(
                    ConfigurationVariable.hashKeyID,
                    """
                    is \(quoted(found.text)), expected 1 to 64 letters, digits, `.`, `_` and `-`; using the default \
                    \(HashKey.defaultID)
                    """, at: found.place)
            }
        }
        guard let found = value(of: ConfigurationVariable.hashKey) else { return }
        configuration.privacy.hashKey = HashKey(text: found.text, id: id)
        guard configuration.privacy.hashKey == nil else { return }
        report(
            ConfigurationVariable.hashKey,
            """
            gives fewer than \(HashKey.minimumLength) bytes, expected at least that many in hexadecimal, Base64 or as text; \
            it is not used
            """, at: found.place)
    }

    /// Names that look like ours but are not, once each.
    private mutating func reportUnknownVariables(known: [String]) {
        let known = Set(known).union(contextVariables.keys)
        let given = Set(environment.keys).union(dotEnv?.entries.keys.map { $0 } ?? [])
        let unknown = given.filter {
            $0.uppercased().hasPrefix(ConfigurationVariable.prefix) && !known.contains($0)
        }
        var suggestions = Suggestions()
        for name in unknown.sorted() {
            let hint = suggestions.nearest(to: name, among: known.sorted())
            let place =
                environment[name] == nil
                ? dotEnv?.entries[name].map { "\(dotEnv?.path ?? ""):\($0.line)" } : nil
            report(
                name, "is not a variable of Signalbook" + (hint.map { "; did you mean \($0)?" } ?? ""),
                at: place ?? "environment", severity: .note, code: .unknownVariable)
        }
    }

    /// A variable's value without the spaces around it, and where it is from; nil if it is not set or empty.
    private func value(of name: String) -> (text: String, place: String)? {
        if let text = environment[name].map(trimmed), !text.isEmpty { return (text, "environment") }
        guard let dotEnv, let entry = dotEnv.entries[name] else { return nil }
        let text = trimmed(entry.value)
        return text.isEmpty ? nil : (text, "\(dotEnv.path):\(entry.line)")
    }

    private mutating func report(
        _ name: String, _ message: String, at place: String, severity: RuntimeDiagnostic.Severity = .warning,
        code: RuntimeDiagnostic.Code = .invalidConfiguration
    ) {
        problems.append(
            ConfigurationProblem(
                severity: severity, code: code, subject: name, message: "\(name) \(message) (\(place))"))
    }

    private func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }

    /// The value as a message shows it: short and without hidden characters.
    private func quoted(_ text: String) -> String {
        let visible = text.unicodeScalars.map { HiddenCharacters.contains($0) ? "\u{FFFD}" : $0 }
        let cut = String(String.UnicodeScalarView(visible.prefix(64)))
        return visible.count > 64 ? "\"\(cut)…\"" : "\"\(cut)\""
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || "._-".utf8.contains(byte)
    }
}
