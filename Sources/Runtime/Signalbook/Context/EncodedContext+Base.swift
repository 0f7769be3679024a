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
                if let given, !writer.write(given, as: definition, handling: definition.handling) {
                    diagnostics.report(
                        .warning, .invalidConfiguration, subject: definition.name.description,
                        "context property '\(definition.name)': its configured value is not of the type \(definition.kind); its default is used"
                    )
                } else if given != nil {
                    continue
                }
                // The catalog's own word is nobody's personal data, and readers filter by it.
                if let value = definition.defaultValue, writer.write(value, as: definition, handling: nil) {
                    continue
                }
                if definition.handling != .drop { writer.null(definition.name) }
            }
        }
    }
}

extension PropertyWriter {
    /// A context property from text; false, with nothing written, where the text is none of its kind.
    fileprivate mutating func write(
        _ text: String, as definition: ContextPropertyDefinition, handling: Handling?
    ) -> Bool {
        let name = definition.name
        switch definition.kind {
        case .integer:
            guard let value = Int(text) else { return false }
            integer(name, value, handling: handling)
        case .double, .duration, .bytes:
            guard let value = Double(text), value.isFinite else { return false }
            double(name, value, handling: handling)
        case .boolean:
            guard let value = Bool(text) else { return false }
            boolean(name, value, handling: handling)
        case .text:
            self.text(name, text, handling: handling)
        case .ip:
            guard IPAddressSyntax.isAddress(text) else { return false }
            string(name, text, handling: handling)
        case .string, .enumeration, .timestamp, .uuid, .url, .list:
            guard text.unicodeScalars.count <= PropertyLimits.stringLength else { return false }
            string(name, text, handling: handling)
        }
        return true
    }

    /// An attribute without a value: an empty `AnyValue`.
    fileprivate mutating func null(_ key: StaticString) {
        attribute(key) { _ in }
    }
}
