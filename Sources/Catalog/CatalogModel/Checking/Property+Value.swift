import SignalPattern
import SignalVocabulary
package import YAMLLite

extension Property {
    /// What is wrong with a value of the property, as words that follow it in a message, and perhaps what to do. Nil if nothing is wrong.
    /// Lists are not looked into.
    package func complaint(about scalar: Scalar) -> (message: String, hint: String?)? {
        switch type.traits.notation {
        case .wholeNumber:
            guard case .integer(let value) = scalar.value else {
                return ("is not a whole number of 64 bits", nil)
            }
            return complaint(about: Constraints.Bound.integer(value))
        case .number:
            switch scalar.value {
            case .integer(let value): return complaint(about: Constraints.Bound.integer(value))
            case .double(let value) where value.isFinite:
                return complaint(about: Constraints.Bound.double(value))
            default: return ("is not a finite number", nil)
            }
        case .truthValue:
            if case .bool = scalar.value { return nil }
            return ("is neither true nor false", nil)
        case .enumerationValue:
            guard case .enumeration(let enumeration) = type, !enumeration.isOpen,
                !enumeration.values.contains(where: { $0.rawValue == scalar.text })
            else { return nil }
            return ("is none of the values", nil)
        case .syntax(let syntax): return syntax.isValid(scalar.text) ? nil : ("is not \(syntax.title)", nil)
        case .text:
            guard scalar.value == .string else { return ("is not a text", "put it in quotes") }
            return complaint(about: scalar.text)
        case .none: return nil
        }
    }

    private func complaint(about text: String) -> (message: String, hint: String?)? {
        for kind in ConstraintKind.allCases {
            guard let limit = constraints[kind] else { continue }
            switch kind.test.measure {
            case .length:
                guard let length = limit.count else { break }
                let count = text.unicodeScalars.count
                switch kind.test.direction {
                case .above: if count > length { return ("is longer than \(length)", nil) }
                case .below: if count < length { return ("is shorter than \(length)", nil) }
                case .others: break
                }
            case .form:
                if let source = limit.pattern, let pattern = try? Pattern(parsing: source),
                    !pattern.matches(text)
                {
                    return ("does not match the pattern \(Quoted.text(source))", nil)
                }
            case .value, .count: break
            }
        }
        return nil
    }

    private func complaint(about value: Constraints.Bound) -> (message: String, hint: String?)? {
        for kind in ConstraintKind.allCases where kind.test.measure == .value {
            guard let bound = constraints[kind]?.bound else { continue }
            switch kind.test.direction {
            case .below: if bound > value { return ("is below \(bound.text)", nil) }
            case .above: if value > bound { return ("is above \(bound.text)", nil) }
            case .others: break
            }
        }
        return nil
    }
}
