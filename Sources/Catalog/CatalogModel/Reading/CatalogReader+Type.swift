import SignalVocabulary
import YAMLLite

extension CatalogReader {
    /// Reads `type:` and the keys that are part of it: `unit`, `values`, `open` and `items`. Nil when it cannot be read.
    mutating func readType(
        _ fields: PropertyFields, _ entries: [Entry], _ name: String, _ place: SourceLocation
    ) -> PropertyType? {
        guard fields.type >= 0 else {
            if fields.values >= 0 {
                missingKey(
                    "type", of: "the property \(Quoted.text(name))", at: place, hint: "write \"type: enum\"")
            } else {
                missingKey(
                    "type", of: "the property \(Quoted.text(name))", at: place,
                    hint: "expected \(Quoted.list(CatalogKeys.types))")
            }
            return nil
        }
        let node = entries[fields.type].value
        guard let text = text(node, for: "type") else { return nil }
        guard let kind = PropertyKind(rawValue: text) else {
            findings.misspelt(
                .invalidValue, "\(Quoted.text(text)) is no type", word: reference(node),
                meaning: Aliases.type(text), candidates: CatalogKeys.types)
            return nil
        }
        let type: PropertyType? =
            switch kind {
            case .string: .string
            case .text: .text
            case .integer: .int
            case .double: .double
            case .boolean: .bool
            case .enumeration: enumeration(fields, entries, name, place)
            case .timestamp: .timestamp
            case .duration: duration(fields, entries, name, place)
            case .bytes: bytes(fields, entries, name, place)
            case .uuid: .uuid
            case .url: .url
            case .ip: .ip
            case .list: list(fields, entries, name, place)
            }
        if let type { checkTypeKeys(fields, entries, type, text) }
        return type
    }

    /// Reports keys that are part of another type than the one given.
    private mutating func checkTypeKeys(
        _ fields: PropertyFields, _ entries: [Entry], _ type: PropertyType, _ name: String
    ) {
        if fields.values >= 0 || fields.open >= 0 {
            if case .enumeration = type {
            } else {
                for index in [fields.values, fields.open] where index >= 0 {
                    misplaced(
                        entries[index], "\"\(entries[index].keyText)\" does not fit the type \"\(name)\"",
                        hint: "use \"type: enum\"")
                }
            }
        }
        if fields.items >= 0 {
            if case .list = type {
            } else {
                misplaced(
                    entries[fields.items], "\"items\" does not fit the type \"\(name)\"",
                    hint: "use \"type: list\"")
            }
        }
        if fields.unit >= 0 {
            switch type {
            case .duration, .bytes, .int, .double: break
            default: misplaced(entries[fields.unit], "\"unit\" does not fit the type \"\(name)\"")
            }
        }
    }

    private mutating func duration(
        _ fields: PropertyFields, _ entries: [Entry], _ name: String, _ place: SourceLocation
    ) -> PropertyType? {
        guard fields.unit >= 0 else {
            missingKey(
                "unit", of: "the duration \(Quoted.text(name))", at: place,
                hint: "expected \(Quoted.list(DurationUnit.allCases.map(\.rawValue)))")
            return nil
        }
        let node = entries[fields.unit].value
        let meaning = unitMeant(
            by: node, among: UnitWords.durationWords, isUnit: { DurationUnit(rawValue: $0) != nil },
            unit: { UnitWords.durationUnit($0)?.rawValue })
        let unit: DurationUnit? = choice(node, for: "unit") { _ in meaning }
        return unit.map(PropertyType.duration)
    }

    private mutating func bytes(
        _ fields: PropertyFields, _ entries: [Entry], _ name: String, _ place: SourceLocation
    ) -> PropertyType? {
        guard fields.unit >= 0 else {
            missingKey(
                "unit", of: "the byte count \(Quoted.text(name))", at: place,
                hint: "expected \(Quoted.list(ByteUnit.allCases.map(\.rawValue)))")
            return nil
        }
        let node = entries[fields.unit].value
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
        _ fields: PropertyFields, _ entries: [Entry], _ name: String, _ place: SourceLocation
    ) -> PropertyType? {
        guard fields.items >= 0 else {
            missingKey(
                "items", of: "the list \(Quoted.text(name))", at: place,
                hint: "expected \(Quoted.list(PropertyType.Element.allCases.map(\.rawValue)))")
            return nil
        }
        let element: PropertyType.Element? = choice(
            entries[fields.items].value, for: "items", meaning: Aliases.type)
        return element.map(PropertyType.list)
    }
}
