import SignalVocabulary
import YAMLLite

extension CatalogReader {
    /// Reads `type:` and the keys that are part of it: `unit`, `values`, `open` and `items`. Nil when it cannot be read.
    mutating func readType(
        _ fields: PropertyFields, _ name: String, _ place: SourceLocation
    ) -> PropertyType? {
        guard let node = fields.value(of: .type) else {
            if fields.has(.values) {
                missingKey(
                    "type", of: "the property \(Quoted.text(name))", at: place, hint: "write \"type: enum\"")
            } else {
                missingKey(
                    "type", of: "the property \(Quoted.text(name))", at: place,
                    hint: "expected \(Quoted.list(Self.typeNames))")
            }
            return nil
        }
        guard let text = text(node, for: "type") else { return nil }
        guard let kind = PropertyKind(rawValue: text) else {
            findings.misspelt(
                .invalidValue, "\(Quoted.text(text)) is not a type", word: reference(node),
                meaning: PropertyKind.meant(by: text)?.rawValue, candidates: Self.typeNames)
            return nil
        }
        let type: PropertyType? =
            switch kind.detail {
            case .none, .unit: PropertyType(kind)
            case .values: enumeration(fields, name, place)
            case .durationUnit: duration(fields, name, place)
            case .byteUnit: bytes(fields, name, place)
            case .elements: list(fields, name, place)
            }
        if let type { checkTypeKeys(fields, type, text) }
        return type
    }

    /// Reports keys that are part of another type than the one given.
    private mutating func checkTypeKeys(
        _ fields: PropertyFields, _ type: PropertyType, _ name: String
    ) {
        let detail = type.kind.detail
        if detail != .values {
            misplaced(.values, fields, name, hint: "use \"type: enum\"")
            misplaced(.open, fields, name, hint: "use \"type: enum\"")
        }
        if detail != .elements { misplaced(.items, fields, name, hint: "use \"type: list\"") }
        switch detail {
        case .unit, .durationUnit, .byteUnit: break
        case .none, .values, .elements: misplaced(.unit, fields, name, hint: nil)
        }
    }

    /// Reports a key that is part of another type, if it is there.
    private mutating func misplaced(
        _ key: PropertyKey, _ fields: PropertyFields, _ type: String, hint: String?
    ) {
        guard let entry = fields[key] else { return }
        misplaced(entry, "\"\(entry.keyText)\" does not fit the type \"\(type)\"", hint: hint)
    }

    /// The words for types.
    private static let typeNames = PropertyKind.allCases.map(\.rawValue)

    private mutating func duration(
        _ fields: PropertyFields, _ name: String, _ place: SourceLocation
    ) -> PropertyType? {
        guard let node = fields.value(of: .unit) else {
            missingKey(
                "unit", of: "the duration \(Quoted.text(name))", at: place,
                hint: "expected \(Quoted.list(DurationUnit.allCases.map(\.rawValue)))")
            return nil
        }
        let meaning = unitMeant(
            by: node, among: UnitWords.durationWords, isUnit: { DurationUnit(rawValue: $0) != nil },
            unit: { UnitWords.durationUnit($0)?.rawValue })
        let unit: DurationUnit? = choice(node, for: "unit") { _ in meaning }
        return unit.map(PropertyType.duration)
    }

    private mutating func bytes(
        _ fields: PropertyFields, _ name: String, _ place: SourceLocation
    ) -> PropertyType? {
        guard let node = fields.value(of: .unit) else {
            missingKey(
                "unit", of: "the byte count \(Quoted.text(name))", at: place,
                hint: "expected \(Quoted.list(ByteUnit.allCases.map(\.rawValue)))")
            return nil
        }
        let meaning = unitMeant(
            by: node, among: UnitWords.byteWords, isUnit: { ByteUnit(rawValue: $0) != nil },
            unit: { UnitWords.byteUnit($0)?.rawValue })
        let unit: ByteUnit? = choice(node, for: "unit") { _ in meaning }
        return unit.map(PropertyType.bytes)
    }

    /// The unit that a word for one means, be it misspelt (`milis`).
    private mutating func unitMeant(
        by node: Node, among words: [String], isUnit: (String) -> Bool, unit: (String) -> String?
    ) -> String? {
        guard let text = node.scalar?.text, !isUnit(text) else { return nil }
        let word = text.lowercased()
        if let meant = unit(word) { return meant == word ? nil : meant }
        guard word.utf8.count > 3, let nearest = findings.suggestions.nearest(to: word, among: words) else {
            return nil
        }
        return unit(nearest)
    }

    private mutating func list(
        _ fields: PropertyFields, _ name: String, _ place: SourceLocation
    ) -> PropertyType? {
        guard let node = fields.value(of: .items) else {
            missingKey(
                "items", of: "the list \(Quoted.text(name))", at: place,
                hint: "expected \(Quoted.list(PropertyType.Element.allCases.map(\.rawValue)))")
            return nil
        }
        let element: PropertyType.Element? = choice(
            node, for: "items", meaning: { PropertyKind.meant(by: $0)?.rawValue })
        return element.map(PropertyType.list)
    }
}
