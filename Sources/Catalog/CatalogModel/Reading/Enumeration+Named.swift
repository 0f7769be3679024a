import YAMLLite

extension Enumeration.Value {
    /// The value with a Swift name as a catalog writes it, for hints: `{value: "GET", name: get}`.
    func named(_ name: String) -> String { "{value: \(DoubleQuoted.text(rawValue)), name: \(name)}" }
}
