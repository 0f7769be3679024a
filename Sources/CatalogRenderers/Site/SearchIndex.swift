import EventCatalog

/// What the search looks through, as a script that sets one variable.
///
/// Not JSON in a file of its own: a page on a disk cannot read one. Properties are listed once and named by number.
enum SearchIndex {
    /// The script.
    static func script(of guide: CatalogGuide) -> [UInt8] {
        var propertyNumbers: [PropertyKey: Int] = [:]
        var properties: [JSONValue] = []
        var ownerNumbers: [String: Int] = [:]
        for (number, owner) in guide.owners.enumerated() { ownerNumbers[owner.name] = number }
        var bytes = Array("// \(GeneratedMark.text)\nwindow.signalbookIndex = {\n\"domains\": ".utf8)
        append(
            .array(
                guide.domains.map { .array([.string(visible($0.title)), .string(SiteFrame.path(of: $0))]) }),
            to: &bytes)
        bytes.append(contentsOf: ",\n\"owners\": ".utf8)
        append(.array(guide.owners.map { .string(visible($0.name)) }), to: &bytes)
        // Name, description, domain, owner or -1, privacy, statuses, properties.
        bytes.append(contentsOf: ",\n\"events\": [".utf8)
        for (number, entry) in guide.events.enumerated() {
            let event = entry.event
            let numbers = event.properties.map { property in
                let key = PropertyKey(property)
                if let known = propertyNumbers[key] { return known }
                propertyNumbers[key] = properties.count
                properties.append(
                    .array(
                        [.string(key.name)]
                            + (key.values.isEmpty ? [] : [.array(key.values.map { .string(visible($0)) })])))
                return properties.count - 1
            }
            bytes.append(contentsOf: (number == 0 ? "\n" : ",\n").utf8)
            append(
                .array([
                    .string(event.name), .string(VisibleText.oneLine(event.description)),
                    .integer(Int64(entry.domain)),
                    .integer(Int64(event.owner.flatMap { ownerNumbers[$0] } ?? -1)),
                    .string(entry.isSensitive ? entry.sensitivity.rawValue : "none"),
                    .array(entry.statuses.map { .string($0.rawValue) }),
                    .array(numbers.map { .integer(Int64($0)) }),
                ]), to: &bytes)
        }
        bytes.append(contentsOf: "\n],\n\"properties\": ".utf8)
        append(.array(properties), to: &bytes)
        bytes.append(contentsOf: "\n};\n".utf8)
        return bytes
    }

    /// What tells one property from another in the search.
    private struct PropertyKey: Hashable {
        var name: String
        var values: [String] = []

        init(_ property: Property) {
            name = property.name
            if case .enumeration(let enumeration) = property.type {
                values = enumeration.values.map(\.rawValue)
            }
        }
    }

    private static func visible(_ text: String) -> String { VisibleText.oneLine(text) }

    private static func append(_ value: JSONValue, to bytes: inout [UInt8]) {
        JSONText.append(value, indent: nil, to: &bytes)
    }
}
