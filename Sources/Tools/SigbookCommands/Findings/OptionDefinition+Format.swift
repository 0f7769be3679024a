extension OptionDefinition {
    /// How findings are written.
    package static let format = Self.choice(
        "--format", FindingFormat.allCases.map(\.rawValue), default: FindingFormat.text.rawValue,
        help: "How findings are written.")
}

extension ParsedArguments {
    /// What ``OptionDefinition/format`` says.
    package var format: FindingFormat {
        value(OptionDefinition.format.name).flatMap(FindingFormat.init) ?? .text
    }
}
