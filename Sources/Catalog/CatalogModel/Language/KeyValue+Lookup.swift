package import YAMLLite

extension KeyValue {
    /// What the value of an entry is, if this is a mapping. Nil if it is something else, or the language says nothing of the key.
    package func value(of entry: Entry) -> KeyValue? {
        // In a group a mapping under this key is a property of that name.
        if case .mapping(.group) = self, case .mapping = entry.value.content,
            entry.keyText == GroupKey.shared(.description).name
        {
            return .mapping(.property)
        }
        return value(under: entry.keyText)
    }

    /// What is under a key, if this is a mapping. Nil if it is something else, or the language says nothing of the key.
    package func value(under key: String) -> KeyValue? {
        switch self {
        case .mapping(let mapping): mapping.value(of: key) ?? mapping.otherValue
        case .named(let mapping): .mapping(mapping)
        case .text, .name, .version, .day, .days, .swiftName, .swiftType, .variable, .flag, .share, .number,
            .count,
            .pattern, .scalar, .choice, .enumerationValue, .texts, .groups, .rules, .suppressions, .list:
            nil
        }
    }

    /// What an element is, if this is a list of mappings.
    package var element: KeyValue? {
        if case .list(let mapping) = self { .mapping(mapping) } else { nil }
    }
}
