import SignalVocabulary
import SignalWire

extension EncodedContext {
    /// The context of the whole process: every property the catalog names, with its configured value, its default, or null.
    ///
    /// - Parameter values: texts by property name.
    static func base(
        of definitions: [ContextPropertyDefinition], values: [String: String], operationKey: String?,
        environment: UnsafePointer<EncodingEnvironment>, diagnostics: DiagnosticChannel
    ) -> EncodedContext {
        encoding(onto: nil, operationKey: operationKey, environment: environment, diagnostics: diagnostics) {
            writer in
            for definition in definitions {
                let given = values[definition.name.description]
                if let given,
                    !writer.value(definition.name, given, as: definition.kind, handling: definition.handling)
                {
                    diagnostics.report(
                        .warning, .invalidConfiguration, subject: definition.name.description,
                        "context property '\(definition.name)': its configured value is not of the type \(definition.kind); its default is used"
                    )
                } else if given != nil {
                    continue
                }
                // The catalog's own word is nobody's personal data, and readers filter by it.
                if let value = definition.defaultValue,
                    writer.value(definition.name, value, as: definition.kind, handling: nil)
                {
                    continue
                }
                if definition.handling != .drop { writer.null(definition.name) }
            }
        }
    }
}

extension PropertyWriter {
    /// An attribute without a value: an empty `AnyValue`.
    fileprivate mutating func null(_ key: StaticString) {
        attribute(key) { _ in }
    }
}
