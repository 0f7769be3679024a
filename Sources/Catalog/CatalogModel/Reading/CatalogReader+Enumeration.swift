import SignalVocabulary
import YAMLLite

extension CatalogReader {
    /// Reads `values:` and `open:` of an enumeration, and checks the cases they give.
    mutating func enumeration(
        _ fields: PropertyFields, _ name: String, _ place: SourceLocation
    ) -> PropertyType? {
        var isOpen = false
        if let entry = fields[.open] { isOpen = bool(entry.value, for: entry.keyText) ?? false }
        guard let node = fields.value(of: .values) else {
            missingKey(
                "values", of: "the enum \(Quoted.text(name))", at: place,
                hint: "list them: \"values: [first, second]\"")
            return nil
        }
        guard case .sequence(let elements) = node.content else {
            wrongType(node, for: "values", expected: "a list of values")
            return nil
        }
        if elements.isEmpty || elements.count > DeclarationLimits.enumerationCount {
            findings.error(
                .invalidValue,
                "\"values\" must have 1 through \(DeclarationLimits.enumerationCount) elements, not \(elements.count)",
                at: location(of: node))
            return nil
        }
        var values: [Enumeration.Value] = []
        var places: [SourceLocation] = []
        var rawValues = NameTable()
        var cases = NameTable()
        values.reserveCapacity(elements.count)
        for element in elements {
            guard let value = enumerationValue(element) else { continue }
            let place = location(of: element)
            if let first = rawValues.insert(value.rawValue) {
                findings.error(
                    .duplicateValue, "the value \(Quoted.text(value.rawValue)) is listed twice", at: place,
                    notes: [Diagnostic.Note("first listed here", at: places[first])])
            }
            values.append(value)
            places.append(place)
            checkCase(number: values.count - 1, of: values, isOpen: isOpen, among: &cases, places)
        }
        checkRenames(of: values, places)
        return .enumeration(Enumeration(values: values, isOpen: isOpen))
    }

    /// Reports values that say they were a value which is still listed, or the same former value as another one.
    private mutating func checkRenames(of values: [Enumeration.Value], _ places: [SourceLocation]) {
        guard values.contains(where: { $0.renamedFrom != nil }) else { return }
        let listed = Dictionary(
            values.enumerated().map { ($0.element.rawValue, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        var first: [String: Int] = [:]
        for (index, value) in values.enumerated() {
            guard let former = value.renamedFrom else { continue }
            if let other = listed[former] {
                findings.error(
                    .formerName,
                    "\(Quoted.text(value.rawValue)) cannot be renamed from \(Quoted.text(former)): it is still listed",
                    at: places[index],
                    notes: other == index ? [] : [Diagnostic.Note("it is here", at: places[other])])
            } else if let other = first.updateValue(index, forKey: former) {
                findings.error(
                    .formerName, "a second value is renamed from \(Quoted.text(former))", at: places[index],
                    notes: [Diagnostic.Note("the first one is here", at: places[other])])
            }
        }
    }

    /// Reads one value: a scalar, or a mapping with `value`, `name`, `description` and `renamed_from`.
    private mutating func enumerationValue(_ node: Node) -> Enumeration.Value? {
        guard case .mapping(let entries) = node.content else {
            return rawValue(node).map { Enumeration.Value(rawValue: $0) }
        }
        var value = Enumeration.Value(rawValue: "")
        var hasValue = false
        for entry in entries {
            switch key(entry, among: EnumerationValueKey.self, "of an enum value") {
            case .value:
                guard let text = rawValue(entry.value) else { return nil }
                value.rawValue = text
                hasValue = true
            case .name: value.swiftName = givenSwiftName(entry.value, for: entry.keyText)
            case .description: value.description = text(entry.value, for: entry.keyText)
            case .renamedFrom: value.renamedFrom = rawValue(entry.value)
            case nil: break
            }
        }
        if hasValue { return value }
        missingKey(
            "value", of: "the enum value", at: location(of: node), hint: "write \"{value: …, name: …}\"")
        return nil
    }

    /// The text of a value. What another reader of YAML might write differently, such as `1.0` or `0x10`, is refused.
    private mutating func rawValue(_ node: Node) -> String? {
        guard case .scalar(let scalar) = node.content else {
            wrongType(node, for: "values", expected: "a list of scalars")
            return nil
        }
        switch scalar.value {
        case .string, .bool: break
        case .integer(let value) where String(value) == scalar.text: break
        default:
            wrongType(
                node, for: "value", expected: "a text", hint: scalar.value == .null ? nil : "put it in quotes"
            )
            return nil
        }
        if scalar.text.isEmpty || scalar.text.utf8.count > DeclarationLimits.enumerationValueLength {
            findings.error(
                .invalidValue,
                "an enum value must have 1 through \(DeclarationLimits.enumerationValueLength) bytes, not \(scalar.text.utf8.count)",
                at: location(of: node))
            return nil
        }
        return scalar.text
    }

    /// Checks that a value gives a Swift case of its own.
    private mutating func checkCase(
        number: Int, of values: [Enumeration.Value], isOpen: Bool, among cases: inout NameTable,
        _ places: [SourceLocation]
    ) {
        let value = values[number]
        let name = SwiftNames.caseName(of: value)
        let first = cases.insert(name)
        if name.isEmpty {
            findings.error(
                .swiftName, "the enum value \(Quoted.text(value.rawValue)) gives no Swift identifier",
                at: places[number],
                hint: "give it a name: \(value.named(Self.example(for: value.rawValue)))")
        } else if name == "rawValue" || (name == "wireValue" && !isOpen) {
            findings.error(
                .swiftNameReserved,
                "the enum value \(Quoted.text(value.rawValue)) collides with the generated \"\(name)\"",
                at: places[number],
                hint: "give it a name: \(value.named(Self.otherName(name)))")
        } else if let first, values[first].rawValue != value.rawValue {
            findings.error(
                .swiftNameCollision,
                "the enum values \(Quoted.text(values[first].rawValue)) and \(Quoted.text(value.rawValue)) "
                    + "both give the Swift name \(Quoted.text(name))", at: places[number],
                hint: "give one a name: \(value.named(Self.otherName(name)))",
                notes: [Diagnostic.Note("the first one is here", at: places[first])])
        }
    }

    /// A name to show as an example: what people call the sign, or a letter before the digits.
    private static func example(for rawValue: String) -> String {
        switch rawValue {
        case "+": return "plus"
        case "-": return "minus"
        case "*": return "star"
        case "/": return "slash"
        case "=": return "equal"
        case "<": return "less"
        case ">": return "greater"
        case "?": return "unknown"
        case "1st": return "first"
        case "2nd": return "second"
        case "3rd": return "third"
        default:
            let name = SwiftNames.camelCase("value_" + rawValue, capitalized: false)
            return name == "value" ? "someName" : name
        }
    }

    /// A name that is not taken by the first of two values, to show as an example.
    private static func otherName(_ name: String) -> String { "other" + SwiftNames.capitalized(name) }
}
