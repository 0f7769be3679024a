/// What a command line says, checked against a ``CommandDefinition``.
package struct ParsedArguments: Sendable {
    /// The positional arguments, in order.
    package var positionals: [String] = []
    /// The values given for each option; a flag that is given has one, which is empty.
    private var given: [String: [String]] = [:]
    /// The options that there are.
    private let options: [OptionDefinition]

    /// Arguments of a command of which nothing is given yet.
    init(options: [OptionDefinition]) { self.options = options }

    /// Whether a flag is given.
    package func has(_ flag: String) -> Bool { given[flag] != nil }

    /// The value of an option: the last one given, or its default.
    package func value(_ name: String) -> String? {
        given[name]?.last ?? option(name)?.defaultValue
    }

    /// All values of an option, in the order given; its default when it is not given.
    package func values(_ name: String) -> [String] {
        given[name] ?? option(name)?.defaultValue.map { [$0] } ?? []
    }

    /// Takes a value of an option.
    mutating func add(_ value: String, for name: String) { given[name, default: []].append(value) }

    private func option(_ name: String) -> OptionDefinition? {
        options.first { $0.name == name }
    }
}

extension ParsedArguments {
    /// What ``OptionDefinition/today`` says.
    package var today: String? { value(OptionDefinition.today.name) }
}
