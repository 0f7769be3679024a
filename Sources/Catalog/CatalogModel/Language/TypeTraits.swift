package import SignalVocabulary

/// What the language and its outputs say of a property type: one row.
///
/// Reader, rules, comparison, JSON Schema, documentation and generated Swift take what they need from here, so that a new type is a new row
/// and not a new case in each of them.
package struct TypeTraits: Sendable {
    /// What a value is called in JSON, if nothing replaces it. Of a list it is that of its elements.
    package enum WireForm: String, Sendable {
        case string, integer, number, boolean
    }

    /// How a value is written in a catalog, as an example or a default.
    package enum Notation: Sendable {
        case text, wholeNumber, number, truthValue, enumerationValue
        /// As a text of a certain form.
        case syntax(TextSyntax)
        /// Not at all.
        case none
    }

    /// What the runtime does to a value if the property does not say how to handle it.
    package enum Treatment: Sendable {
        /// Addresses, tokens, keys and numbers of cards in it are replaced.
        case scrubbed
        /// A keyed hash takes its place, unless the process is told otherwise.
        case hashed
        /// User, query and fragment are taken out of it.
        case stripped
    }

    /// What generated Swift calls the type. Nil if it declares a type of its own for each property.
    package let swift: String?
    /// Whether the Swift type comes from Foundation.
    package var needsFoundation = false
    /// See ``WireForm``.
    package let wire: WireForm
    /// See ``Notation``.
    package let notation: Notation
    /// The constraints that it may have, in canonical order.
    package let constraints: [ConstraintKind]
    /// The handlings that can be applied to it.
    package let handlings: Set<Handling>
    /// What is done to it without a handling. Nil if nothing is.
    package var treatment: Treatment?
    /// Whether its values can say anything, not just one of a few things.
    package var saysAnything = false
    /// The least value, where the type has one.
    package var least: Int64?
    /// How many Unicode scalars a value may have if the property has no `max_length`. Nil if there is no limit.
    package var lengthLimit: Int?
}

extension PropertyType {
    /// The row of the type.
    package var traits: TypeTraits {
        switch self {
        case .string: .string
        case .text: .text
        case .int: .int
        case .double: .double
        case .bool: .bool
        case .enumeration(let enumeration): enumeration.isOpen ? .openEnumeration : .closedEnumeration
        case .timestamp: .timestamp
        case .duration: .duration
        case .bytes(let unit): unit == .bytes ? .wholeBytes : .bytes
        case .uuid: .uuid
        case .url: .url
        case .ip: .ip
        case .list(let element): TypeTraits.lists[element] ?? .list(of: element)
        }
    }
}

// Made once each, because they are asked for several times a property.
extension TypeTraits {
    private static let every = Set(Handling.allCases)
    private static let replaceable: Set<Handling> = [.hash, .redact, .drop]
    private static let bounds: [ConstraintKind] = [.minimum, .maximum]

    fileprivate static let string = TypeTraits(
        swift: "Swift.String", wire: .string, notation: .text, constraints: [.maxLength, .pattern],
        handlings: every, saysAnything: true, lengthLimit: PropertyLimits.stringLength)
    fileprivate static let text = TypeTraits(
        swift: "Swift.String", wire: .string, notation: .text, constraints: [.maxLength], handlings: every,
        treatment: .scrubbed, saysAnything: true)
    // An integer is often an identifier. Hashed or redacted it is a string on the wire.
    fileprivate static let int = TypeTraits(
        swift: "Swift.Int", wire: .integer, notation: .wholeNumber, constraints: bounds,
        handlings: replaceable)
    fileprivate static let double = TypeTraits(
        swift: "Swift.Double", wire: .number, notation: .number, constraints: bounds, handlings: [.drop])
    fileprivate static let bool = TypeTraits(
        swift: "Swift.Bool", wire: .boolean, notation: .truthValue, constraints: [], handlings: [.drop])
    fileprivate static let closedEnumeration = TypeTraits(
        swift: nil, wire: .string, notation: .enumerationValue, constraints: [], handlings: replaceable)
    fileprivate static let openEnumeration = TypeTraits(
        swift: nil, wire: .string, notation: .enumerationValue, constraints: [], handlings: replaceable,
        saysAnything: true)
    fileprivate static let timestamp = TypeTraits(
        swift: "Foundation.Date", needsFoundation: true, wire: .string, notation: .syntax(.timestamp),
        constraints: [], handlings: [.drop])
    fileprivate static let duration = TypeTraits(
        swift: "Swift.Duration", wire: .number, notation: .number, constraints: bounds, handlings: [.drop],
        least: 0)
    fileprivate static let wholeBytes = TypeTraits(
        swift: "Signalbook.ByteCount", wire: .integer, notation: .number, constraints: bounds,
        handlings: [.drop], least: 0)
    fileprivate static let bytes = TypeTraits(
        swift: "Signalbook.ByteCount", wire: .number, notation: .number, constraints: bounds,
        handlings: [.drop], least: 0)
    fileprivate static let uuid = TypeTraits(
        swift: "Foundation.UUID", needsFoundation: true, wire: .string, notation: .syntax(.uuid),
        constraints: [],
        handlings: [.hash, .redact, .mask, .drop])
    fileprivate static let url = TypeTraits(
        swift: "Foundation.URL", needsFoundation: true, wire: .string, notation: .syntax(.url),
        constraints: [.maxLength], handlings: every, treatment: .stripped, saysAnything: true,
        lengthLimit: PropertyLimits.stringLength)
    fileprivate static let ip = TypeTraits(
        swift: "Swift.String", wire: .string, notation: .syntax(.address), constraints: [], handlings: every,
        treatment: .hashed)
    fileprivate static let lists = Dictionary(
        uniqueKeysWithValues: PropertyType.Element.allCases.map { ($0, list(of: $0)) })

    /// A list has what its elements have, but for a pattern, and numbers in it can only be dropped.
    fileprivate static func list(of element: PropertyType.Element) -> TypeTraits {
        let traits = element.type.traits
        return TypeTraits(
            swift: traits.swift.map { "[" + $0 + "]" }, wire: traits.wire, notation: .none,
            constraints: ConstraintKind.allCases.filter {
                $0 == .maxItems || ($0 != .pattern && traits.constraints.contains($0))
            },
            handlings: traits.wire == .string ? traits.handlings : [.drop], treatment: traits.treatment,
            saysAnything: traits.saysAnything, lengthLimit: traits.lengthLimit)
    }
}

extension PropertyKind {
    /// What else a property of the kind says of its type.
    package enum Detail: Sendable {
        /// Nothing.
        case none
        /// Nothing, and perhaps what is counted (`unit`).
        case unit
        /// The values (`values`, `open`).
        case values
        /// The unit of a length of time (`unit`).
        case durationUnit
        /// The unit of a number of bytes (`unit`).
        case byteUnit
        /// What it holds (`items`).
        case elements
    }

    /// What else a property of the kind says of its type.
    package var detail: Detail {
        switch self {
        case .string, .text, .boolean, .timestamp, .uuid, .url, .ip: .none
        case .integer, .double: .unit
        case .enumeration: .values
        case .duration: .durationUnit
        case .bytes: .byteUnit
        case .list: .elements
        }
    }

    /// Other words for it that people write, in lower case.
    package var aliases: [String] {
        switch self {
        case .string: ["str"]
        case .text, .ip: []
        case .integer: ["integer", "int64", "long", "number"]
        case .double: ["float", "decimal", "real"]
        case .boolean: ["boolean"]
        case .enumeration: ["enumeration"]
        case .timestamp: ["date", "datetime", "time"]
        case .duration: ["interval", "timedelta"]
        case .bytes: ["byte", "size"]
        case .uuid: ["guid"]
        case .url: ["uri"]
        case .list: ["array", "set"]
        }
    }

    /// The kind that a word means which is not its name. Nil if there is none.
    static func meant(by word: String) -> PropertyKind? {
        let word = word.lowercased()
        return allCases.first { $0.aliases.contains(word) }
    }
}
