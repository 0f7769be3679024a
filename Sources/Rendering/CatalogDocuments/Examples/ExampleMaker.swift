import CatalogModel
import SignalPattern
import SignalVocabulary
import SwiftEmitter

/// Makes values that keep to a property's type and constraints. The same property always gets the same value.
struct ExampleMaker {
    /// The patterns met so far, since a catalog repeats few of them often and parsing takes time.
    private var patterns: [String: Pattern?] = [:]

    /// A value for the property: the catalog's own example where it gives one of the right kind.
    mutating func value(for property: Property) -> ExampleValue {
        switch property.type {
        case .string: return .string(string(property))
        case .text: return .string(cut(property.example ?? "a few words for people", property))
        case .int: return .integer(integer(property))
        case .double: return .double(number(property, typical: 0.5))
        case .bool: return .bool(property.example != "false")
        case .enumeration(let enumeration):
            let given = enumeration.values.firstIndex { $0.rawValue == property.example }
            return .enumeration(given ?? 0)
        case .timestamp:
            return .expression(swift: ".now", text: ExampleValue.moment)
        case .duration(let unit): return .double(number(property, typical: unit.typicalCount))
        case .bytes: return .integer(Int64(max(0, min(number(property, typical: 2048), 0x1p53))))
        case .uuid:
            return .expression(swift: "UUID()", text: "0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3c")
        case .url:
            let text = cut("https://example.com/docs", property)
            return .expression(swift: "URL(string: \"" + EscapedText.literal(text) + "\")!", text: text)
        case .ip: return .string("203.0.113.7")
        case .list(let element): return list(element, property)
        }
    }

    private func list(_ element: PropertyType.Element, _ property: Property) -> ExampleValue {
        let values: [ExampleValue] =
            switch element {
            case .string: ["first", "second"].map { .string(cut($0, property)) }
            case .text: ["a few words", "and some more"].map { .string(cut($0, property)) }
            case .int: [.integer(integer(property))]
            case .double: [.double(number(property, typical: 0.5))]
            case .bool: [.bool(true), .bool(false)]
            }
        return .list(Array(values.prefix(property.constraints.maxItems ?? values.count)))
    }

    private mutating func string(_ property: Property) -> String {
        let guess = cut(Self.guess(property.name), property)
        let pattern = property.constraints.pattern.flatMap { parsed($0) }
        if let example = property.example, keeps(example, to: property), pattern?.matches(example) ?? true {
            return example
        }
        guard let pattern, !pattern.matches(guess) else { return guess }
        return pattern.example(maximumLength: property.constraints.maxLength ?? 128) ?? guess
    }

    private mutating func parsed(_ text: String) -> Pattern? {
        if let known = patterns[text] { return known }
        let pattern = try? Pattern(parsing: text)
        patterns[text] = .some(pattern)
        return pattern
    }

    private func keeps(_ text: String, to property: Property) -> Bool {
        // What is truncated may be longer: that is why it is.
        property.handling == .truncate
            || text.unicodeScalars.count <= property.constraints.maxLength ?? PropertyLimits.stringLength
    }

    /// A value that goes with a name.
    private static func guess(_ name: String) -> String {
        let words = name.split(whereSeparator: { $0 == "_" || $0 == "." || $0 == "-" }).map {
            $0.lowercased()
        }
        guard let last = words.last else { return "example" }
        let rest = words.dropLast().joined(separator: "-")
        switch last {
        case "version": return "1.0.0"
        case "id", "key", "code", "name", "type":
            return rest.isEmpty ? "example" : rest + (last == "id" ? "-42" : "")
        default: return last
        }
    }

    private func cut(_ text: String, _ property: Property) -> String {
        guard let length = property.constraints.maxLength, text.unicodeScalars.count > length else {
            return text
        }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
    }

    private func integer(_ property: Property) -> Int64 {
        let typical: Int64 =
            property.name.hasSuffix("status_code") || property.name.hasSuffix("status") ? 200 : 3
        var value = property.example.flatMap { Int64($0) } ?? typical
        for kind in ConstraintKind.allCases where kind.test.measure == .value {
            guard case .integer(let bound)? = property.constraints[kind]?.bound else { continue }
            value = kind.test.direction == .below ? max(value, bound) : min(value, bound)
        }
        return value
    }

    private func number(_ property: Property, typical: Double) -> Double {
        var value = property.example.flatMap { Double($0) } ?? typical
        if !value.isFinite { value = typical }
        for kind in ConstraintKind.allCases where kind.test.measure == .value {
            guard let bound = property.constraints[kind]?.bound?.doubleValue else { continue }
            value = kind.test.direction == .below ? max(value, bound) : min(value, bound)
        }
        return value
    }
}

extension DurationUnit {
    /// A length of time that is common where this unit is chosen.
    fileprivate var typicalCount: Double {
        switch self {
        case .nanoseconds: 850
        case .microseconds: 120
        case .milliseconds: 45
        case .seconds: 90
        case .minutes: 15
        case .hours: 8
        case .days: 30
        }
    }
}
