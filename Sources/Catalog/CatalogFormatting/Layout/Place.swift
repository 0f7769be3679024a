import CatalogModel

/// What a collection is in a catalog, which says how it is laid out.
struct Place: Equatable {
    /// What the language says of it. Nil if the language says nothing, or this is not a catalog.
    private let value: KeyValue?

    /// A whole file.
    static let document = Place(value: .mapping(.file))
    /// One group.
    static let group = Place(value: .mapping(.group))

    private init(value: KeyValue?) { self.value = value }

    /// What the value of a key is here.
    func of(_ key: String) -> Place {
        // A group may have a property called `description`, which is a mapping. The layout does not matter if it is a text.
        if self == .group, key == GroupKey.shared(.description).name {
            return Place(value: .mapping(.property))
        }
        return Place(value: value?.value(under: key))
    }

    /// What an element of a list is here.
    var element: Place { Place(value: value?.element) }

    /// The keys that come first, in this order; all others follow in the order written.
    var keys: [String] {
        guard case .mapping(let mapping) = value else { return [] }
        switch mapping {
        // Sections keep the order of their author, and so do the properties of a group.
        case .file: return []
        case .group: return [GroupKey.shared(.include).name]
        case .header, .swift, .retention, .contextProperty, .event, .property, .enumerationValue,
            .deprecation, .tombstone, .approval:
            return mapping.names
        }
    }

    /// Whether it is in brackets whenever it fits its line; otherwise it is if it fits and was written so.
    var prefersOneLine: Bool {
        switch value {
        case .mapping(let mapping):
            switch mapping {
            case .contextProperty, .property, .enumerationValue, .deprecation, .tombstone, .approval: true
            case .file, .header, .swift, .retention, .group, .event: false
            }
        case .list(let mapping): mapping == .enumerationValue
        case .groups, .texts: true
        default: false
        }
    }

    /// Whether it is always on several lines.
    var isAlwaysBlock: Bool {
        switch value {
        case .mapping(let mapping): mapping == .file || mapping == .header
        case .named(let mapping): mapping != .tombstone
        default: false
        }
    }

    /// Whether its parts are set apart by blank lines.
    var isSpaced: Bool {
        switch value {
        case .mapping(let mapping): mapping == .file
        case .named(let mapping): mapping == .group || mapping == .event
        default: false
        }
    }
}
