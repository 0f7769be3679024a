import SignalVocabulary
import YAMLLite

extension CatalogReader {
    /// Where a node stands.
    func location(of node: Node) -> SourceLocation {
        location(of: node.start, node.length)
    }

    /// A place of the file being read.
    func location(of position: Position, _ length: Int) -> SourceLocation {
        SourceLocation(path: path, line: position.line, column: position.column, length: length)
    }

    /// A scalar as the name of something.
    func reference(_ node: Node) -> Reference {
        Reference(name: node.scalar?.text ?? "", location: location(of: node), range: node.textRange)
    }

    /// What kind of value a node is, for messages.
    func describe(_ node: Node) -> String {
        switch node.content {
        case .mapping: return "a mapping"
        case .sequence: return "a list"
        case .scalar(let scalar):
            switch scalar.value {
            case .null: return "nothing"
            case .bool: return "the truth value \(Quoted.text(scalar.text))"
            case .integer, .bigInteger, .double: return "the number \(Quoted.text(scalar.text))"
            case .string: return "the text \(Quoted.text(scalar.text))"
            }
        }
    }

    /// Reports a value of the wrong type.
    mutating func wrongType(_ node: Node, for key: String, expected: String, hint: String? = nil) {
        findings.error(
            .wrongType, "\(Quoted.text(key)) must be \(expected), not \(describe(node))",
            at: location(of: node),
            hint: hint)
    }

    /// The entries of a mapping; none when there is no value at all. Anything else is reported, and nil.
    mutating func entries(_ node: Node, for key: String) -> [Entry]? {
        switch node.content {
        case .mapping(let entries): return entries
        case .scalar(let scalar) where scalar.value == .null: return []
        default:
            wrongType(node, for: key, expected: "a mapping")
            return nil
        }
    }

    /// A text that says something; anything else is reported, and nil.
    mutating func text(_ node: Node, for key: String) -> String? {
        guard case .scalar(let scalar) = node.content, case .string = scalar.value else {
            notText(node, for: key)
            return nil
        }
        if scalar.text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A }) {
            findings.error(.invalidValue, "\(Quoted.text(key)) is empty", at: location(of: node))
            return nil
        }
        return scalar.text
    }

    /// Reports a value that is not a text.
    private mutating func notText(_ node: Node, for key: String) {
        var hint: String?
        if case .scalar(let scalar) = node.content, scalar.value != .null {
            hint = "put it in quotes to make it a text"
        }
        wrongType(node, for: key, expected: "a text", hint: hint)
    }

    /// A truth value; anything else is reported, and nil.
    mutating func bool(_ node: Node, for key: String) -> Bool? {
        if case .scalar(let scalar) = node.content, case .bool(let value) = scalar.value { return value }
        var hint: String?
        if case .scalar(let scalar) = node.content {
            switch scalar.text {
            case "yes", "on", "Yes", "On", "YES", "ON", "y": hint = "YAML 1.2 says \"true\""
            case "no", "off", "No", "Off", "NO", "OFF", "n": hint = "YAML 1.2 says \"false\""
            default: break
            }
        }
        wrongType(node, for: key, expected: "true or false", hint: hint)
        return nil
    }

    /// A finite number; anything else is reported, and nil.
    mutating func number(_ node: Node, for key: String) -> Constraints.Bound? {
        if case .scalar(let scalar) = node.content {
            switch scalar.value {
            case .integer(let value): return .integer(value)
            case .double(let value) where value.isFinite: return .double(value)
            case .bigInteger:
                if let value = Double(scalar.text), value.isFinite { return .double(value) }
            default: break
            }
        }
        wrongType(node, for: key, expected: "a finite number")
        return nil
    }

    /// A whole number in 64 bits; anything else is reported, and nil.
    mutating func integer(_ node: Node, for key: String) -> Int64? {
        if case .scalar(let scalar) = node.content, case .integer(let value) = scalar.value { return value }
        wrongType(node, for: key, expected: "a whole number of 64 bits")
        return nil
    }

    /// A number of things, from 1; anything else is reported, and nil.
    mutating func count(_ node: Node, for key: String) -> Int? {
        guard let value = integer(node, for: key) else { return nil }
        if value < 1 || value > DeclarationLimits.valueCount {
            findings.error(
                .invalidValue,
                "\(Quoted.text(key)) must be 1 through \(DeclarationLimits.valueCount), not \(value)",
                at: location(of: node))
            return nil
        }
        return Int(value)
    }

    /// A day that exists; anything else is reported, and nil.
    mutating func date(_ node: Node, for key: String) -> String? {
        guard let text = text(node, for: key) else { return nil }
        if DateSyntax.isDate(text) { return text }
        findings.error(
            .invalidValue, "\(Quoted.text(key)) must be a day that exists, not \(Quoted.text(text))",
            at: location(of: node),
            hint: "write it as YYYY-MM-DD")
        return nil
    }

    /// One of the values of an enumeration; anything else is reported, and nil.
    ///
    /// - Parameter meaning: what people write for one of the values, such as `hashed` for `hash`.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: Node, for key: String, meaning: (String) -> String? = { _ in nil }
    ) -> Choice? where Choice.RawValue == String {
        guard let text = text(node, for: key) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        findings.misspelt(
            .invalidValue, "\(Quoted.text(text)) is not a value of \(Quoted.text(key))",
            word: reference(node),
            meaning: meaning(text), candidates: Choice.allCases.map(\.rawValue))
        return nil
    }

    /// A list of texts; what is not a text in it is reported.
    mutating func texts(_ node: Node, for key: String) -> [String] {
        guard case .sequence(let elements) = node.content else {
            wrongType(node, for: key, expected: "a list of texts", hint: "write \"[a, b]\"")
            return []
        }
        return elements.compactMap { text($0, for: key) }
    }

    /// A list of names; what is not a name in it is reported.
    mutating func names(_ node: Node, for key: String) -> [Reference] {
        guard case .sequence(let elements) = node.content else {
            wrongType(node, for: key, expected: "a list of names", hint: "write \"[a, b]\"")
            return []
        }
        if elements.count > DeclarationLimits.propertyCount {
            findings.error(
                .invalidValue,
                "\(Quoted.text(key)) must have at most \(DeclarationLimits.propertyCount) elements, not \(elements.count)",
                at: location(of: node))
        }
        var result: [Reference] = []
        for element in elements.prefix(DeclarationLimits.propertyCount) where text(element, for: key) != nil {
            result.append(reference(element))
        }
        return result
    }

    /// A semantic version; anything else is reported, and nil.
    mutating func version(_ node: Node, for key: String) -> String? {
        guard case .scalar(let scalar) = node.content, scalar.value != .null else {
            wrongType(node, for: key, expected: "a version such as 1.0.0")
            return nil
        }
        guard Formats.isSemanticVersion(scalar.text) else {
            findings.error(
                .invalidValue,
                "\(Quoted.text(key)) must be a semantic version, not \(Quoted.text(scalar.text))",
                at: location(of: node), hint: "three numbers, such as 1.0.0")
            return nil
        }
        return scalar.text
    }

    /// Reports a name that is not legal, and says whether it is.
    mutating func checkName(_ node: Node, _ name: String, of kind: String) -> Bool {
        guard let problem = WireName.problem(in: name) else { return true }
        findings.error(
            .invalidName, "the name of \(kind), \(Quoted.text(name)), \(problem)", at: location(of: node),
            hint: WireName.expectation)
        return false
    }

    /// The Swift name given by `swift_name`; what is no legal identifier is reported, and nil.
    mutating func givenSwiftName(_ node: Node, for key: String) -> String? {
        guard let name = text(node, for: key) else { return nil }
        guard SwiftNames.isLegalGivenName(name) else {
            findings.error(
                .swiftName, "\(Quoted.text(name)) is no Swift name in lower camel case",
                at: location(of: node),
                hint: "begin with a small letter, then letters, digits and \"_\"")
            return nil
        }
        return name
    }
}
