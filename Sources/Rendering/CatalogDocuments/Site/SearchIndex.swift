import CatalogModel
import DocumentTools
import SignalVocabulary

/// What the search looks through, as a script that sets one variable.
///
/// Not JSON in a file of its own: a page on a disk cannot read one. Properties are listed once and named by number.
enum SearchIndex {
    /// The script.
    static func script(of guide: CatalogGuide) -> [UInt8] {
        var table = PropertyTable()
        var owners: [String: Int] = [:]
        for (number, owner) in guide.owners.enumerated() { owners[owner.name] = number }
        var script = JSONWriter(isForScript: true)
        script.put("// " + GeneratedMark.docs.text + "\nwindow.signalbookIndex = {\n\"domains\": ")
        script.append(.array(guide.domains.map { [text($0.title), .string(SiteFrame.path(of: $0))] }))
        script.put(",\n\"owners\": ")
        script.append(.array(guide.owners.map { text($0.name) }))
        script.put(",\n\"events\": [")
        for (number, entry) in guide.events.enumerated() {
            script.put(number == 0 ? "\n" : ",\n")
            script.append(row(entry, owner: entry.event.owner.flatMap { owners[$0] }, &table))
        }
        script.put("\n],\n\"properties\": ")
        script.append(.array(table.properties))
        script.put("\n};\n")
        return script.bytes
    }

    /// Name, description, domain, owner or -1, privacy, statuses and properties of an event.
    private static func row(_ entry: EventEntry, owner: Int?, _ table: inout PropertyTable) -> JSONValue {
        [
            .string(entry.event.name), text(entry.event.description), .integer(Int64(entry.domain)),
            .integer(Int64(owner ?? -1)),
            .string(entry.isSensitive ? entry.sensitivity.rawValue : "none"),
            .array(entry.statuses.map { .string($0.rawValue) }),
            .array(entry.event.properties.map { .integer(Int64(table.number(of: $0))) }),
        ]
    }

    /// The properties that differ in name or values, each with a number.
    private struct PropertyTable {
        /// Names, each with the values of its enumeration if it is one.
        private(set) var properties: [JSONValue] = []
        private var numbers: [Key: Int] = [:]

        private struct Key: Hashable {
            var name: String
            var values: [String]
        }

        /// The number of a property.
        mutating func number(of property: Property) -> Int {
            var key = Key(name: property.name, values: [])
            if case .enumeration(let enumeration) = property.type {
                key.values = enumeration.values.map(\.rawValue)
            }
            if let known = numbers[key] { return known }
            numbers[key] = properties.count
            let values: [JSONValue] = key.values.isEmpty ? [] : [.array(key.values.map(text))]
            properties.append(.array([.string(key.name)] + values))
            return properties.count - 1
        }
    }

    private static func text(_ text: String) -> JSONValue { .string(VisibleText.oneLine(text)) }
}
