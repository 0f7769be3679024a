package import SignalVocabulary

/// What a property holds.
package enum PropertyType: Sendable, Hashable {
    /// An identifier or a bounded word; not scrubbed.
    case string
    /// Free text; scrubbed and cut before it leaves the caller.
    case text
    /// A 64-bit integer.
    case int
    /// A double.
    case double
    /// True or false.
    case bool
    /// One of a list of values.
    case enumeration(Enumeration)
    /// A moment.
    case timestamp
    /// A length of time, written as a number of the unit.
    case duration(DurationUnit)
    /// A number of bytes, written as a number of the unit.
    case bytes(ByteUnit)
    /// A UUID.
    case uuid
    /// A URL; user information, query and fragment never leave the caller.
    case url
    /// An IPv4 or IPv6 address.
    case ip
    /// A list of scalars (`type: list`, `items: string`).
    case list(Element)

    /// What a list holds.
    package enum Element: Sendable, Hashable, CaseIterable {
        case string, text, int, double, bool
    }
}

extension PropertyType {
    /// What the type is without its details.
    package var kind: PropertyKind {
        switch self {
        case .string: .string
        case .text: .text
        case .int: .integer
        case .double: .double
        case .bool: .boolean
        case .enumeration: .enumeration
        case .timestamp: .timestamp
        case .duration: .duration
        case .bytes: .bytes
        case .uuid: .uuid
        case .url: .url
        case .ip: .ip
        case .list: .list
        }
    }

    /// The type of a kind that needs no details. Nil if the kind needs some, such as a unit or values.
    package init?(_ kind: PropertyKind) {
        switch kind {
        case .string: self = .string
        case .text: self = .text
        case .integer: self = .int
        case .double: self = .double
        case .boolean: self = .bool
        case .timestamp: self = .timestamp
        case .uuid: self = .uuid
        case .url: self = .url
        case .ip: self = .ip
        case .enumeration, .duration, .bytes, .list: return nil
        }
    }

    /// A type of each kind, and a list of each element: whatever depends on the type alone can be asked of these.
    package static let samples: [PropertyType] =
        PropertyKind.allCases.compactMap { PropertyType($0) }
        + [.enumeration(Enumeration(values: [])), .duration(.milliseconds), .bytes(.bytes)]
        + Element.allCases.map(PropertyType.list)

    /// The type as it is written in a catalog, for messages: `int`, `list of string`.
    package var name: String {
        if case .list(let element) = self { return kind.rawValue + " of " + element.rawValue }
        return kind.rawValue
    }
}

extension PropertyType.Element: RawRepresentable {
    /// The type of a property that holds one such element alone.
    package var type: PropertyType {
        switch self {
        case .string: .string
        case .text: .text
        case .int: .int
        case .double: .double
        case .bool: .bool
        }
    }

    /// The kind of a property that holds one such element alone.
    package var kind: PropertyKind { type.kind }

    /// The word in the catalog.
    package var rawValue: String { kind.rawValue }

    /// The element with this word in the catalog.
    package init?(rawValue: String) {
        guard let element = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = element
    }
}
