import SignalVocabulary

extension Expression {
    /// Whether the condition holds for a record.
    package func holds(for record: RecordedEvent) -> Bool { Self.holds(root, record) }

    private static func holds(_ node: Node, _ record: RecordedEvent) -> Bool {
        switch node {
        case .and(let first, let second): return holds(first, record) && holds(second, record)
        case .or(let first, let second): return holds(first, record) || holds(second, record)
        case .not(let inner): return !holds(inner, record)
        case .isThere(let name):
            let value = record.value(named: name)
            return value.kind != .absent && value.kind != .null
        case .isTrue(let name):
            let value = record.value(named: name)
            return value.kind == .bool && Bytes.equal(record.bytes(value), "true")
        case .matches(let name, let glob, let isNegated):
            guard let text = record.shownText(record.value(named: name)) else { return isNegated }
            return glob.matches(text) != isNegated
        case .isOneOf(let name, let literals):
            return literals.contains { compare(name, .equal, $0, record) }
        case .compare(let name, let comparison, let literal):
            return compare(name, comparison, literal, record)
        }
    }

    private static func compare(
        _ name: String, _ comparison: Comparison, _ literal: Literal, _ record: RecordedEvent
    ) -> Bool {
        let value = record.value(named: name)
        if name == "severity", case .text(let text) = literal, let level = record.severityLevel {
            var text = text
            if let other = text.withUTF8({ Severity(recorded: $0) }) {
                return comparison.holds(level, other)
            }
        }
        switch literal {
        case .null: return comparison.holds(value.kind == .absent || value.kind == .null)
        case .bool(let flag):
            guard value.kind == .bool else { return comparison == .unequal }
            return comparison.holds(Bytes.equal(record.bytes(value), "true") == flag)
        case .number(let number):
            guard value.kind == .integer || value.kind == .number else { return comparison == .unequal }
            return comparison.holds(JSONText.double(record.bytes(value)), number)
        case .text(let text):
            guard let own = record.shownText(value) else { return comparison == .unequal }
            return comparison.holds(Array(own.utf8), Array(text.utf8))
        }
    }
}

extension Expression.Comparison {
    /// Whether the comparison holds for two values that have an order.
    func holds<Value: Comparable>(_ first: Value, _ second: Value) -> Bool {
        switch self {
        case .equal: first == second
        case .unequal: first != second
        case .less: first < second
        case .lessOrEqual: first <= second
        case .greater: first > second
        case .greaterOrEqual: first >= second
        }
    }

    /// Whether it holds for two texts, byte by byte.
    func holds(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        switch self {
        case .equal: first == second
        case .unequal: first != second
        case .less: first.lexicographicallyPrecedes(second)
        case .lessOrEqual: !second.lexicographicallyPrecedes(first)
        case .greater: second.lexicographicallyPrecedes(first)
        case .greaterOrEqual: !first.lexicographicallyPrecedes(second)
        }
    }

    /// Whether it holds for values that can only be equal or not.
    func holds(_ areEqual: Bool) -> Bool {
        switch self {
        case .equal: areEqual
        case .unequal: !areEqual
        default: false
        }
    }
}

extension RecordedEvent {
    /// The names that every record has besides its properties.
    package static let ownNames = RecordField.allCases.filter { $0 != .recordUID }.map(\.rawValue)

    /// The value of a property, or of what ``ownNames`` names.
    package func value(named name: String) -> RecordedValue {
        switch RecordField(rawValue: name) {
        case .event: return self.name
        case .severity: return severity
        case .timestamp: return time
        case .recordID: return recordID
        case .catalog: return catalog
        case .sampleRate: return sampleRate
        case .violations: return violations
        case .recordUID, nil: break
        }
        var name = name
        return name.withUTF8 { wanted in
            for field in fields {
                let key = key(field)
                if field.keyHasEscapes {
                    if keyText(field).utf8.elementsEqual(wanted) { return field.value }
                } else if key.count == wanted.count, let first = key.baseAddress,
                    let second = wanted.baseAddress,
                    Bytes.equal(first, second, count: key.count)
                {
                    return field.value
                }
            }
            return .absent
        }
    }

    /// A value as people read it; nil for null and for what is not there.
    package func shownText(_ value: RecordedValue) -> String? {
        switch value.kind {
        case .absent, .null: nil
        case .string: text(value)
        default: String(decoding: bytes(value), as: UTF8.self)
        }
    }
}
