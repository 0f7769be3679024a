import CatalogFormatting
import DocumentTools
import CatalogModel
import SignalVocabulary

/// A new event as it is written in a catalog file.
struct EventScaffold {
    /// Its name.
    var name: String
    /// What happened; nil: to be said by whoever edits the file.
    var description: String?
    /// Who answers for it; nil: the catalog's owner.
    var owner: String?
    /// How bad it is; nil: it is not said.
    var severity: String?
    /// Its properties.
    var properties: [Property]

    /// What stands where a description is still to be written.
    static let placeholder = "To be described."

    /// One property, as the command line gives it: `name:type`, or with what the type needs, as in `duration_ms:duration:ms`,
    /// `method:enum:GET,POST` and `tags:list:string`.
    struct Property {
        var name: String
        var type: String
        /// The key that the type needs besides, and its value.
        var detail: (key: String, value: JSONValue)?

        /// Reads what the command line says; what is wrong with names and types the catalog's own checks say.
        init(_ text: String) throws(CommandFailure) {
            let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
                .map(String.init)
            guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }) else {
                throw CommandFailure(
                    "--property cannot be \"\(text)\"",
                    hint:
                        "write name:type, as in bundle_id:string, duration_ms:duration:ms or method:enum:GET,POST"
                )
            }
            name = parts[0]
            type = parts[1]
            guard parts.count == 3 else { return }
            switch PropertyKind(rawValue: type) {
            case .enumeration:
                detail = (
                    PropertyKey.values.name,
                    .array(parts[2].split(separator: ",").map { .string(String($0)) })
                )
            case .list: detail = (PropertyKey.items.name, .string(parts[2]))
            default: detail = (PropertyKey.unit.name, .string(parts[2]))
            }
        }
    }

    /// The event's lines in canonical form.
    ///
    /// - Parameter indent: the spaces before its name.
    func lines(indent: String) -> [String] {
        let source = CatalogSource(path: "", text: quoted)
        // What cannot be formatted, such as a property given twice, the checks of the catalog explain.
        let text = (try? CatalogFormatter.format(source).get()) ?? quoted
        return text.split(separator: "\n").dropFirst().map { indent + $0.dropFirst(2) }
    }

    /// A section with the event alone, every text in quotes.
    private var quoted: String {
        var text = "\(SectionKey.events.name):\n  \(Self.quoted(name)):\n"
        let fields: [(EventKey, String?)] = [
            (.shared(.description), description ?? Self.placeholder), (.severity, severity),
            (.shared(.owner), owner),
        ]
        for case (let key, let value?) in fields { text += "    \(key.name): \(Self.quoted(value))\n" }
        if !properties.isEmpty { text += "    \(DeclarationKey.properties.name):\n" }
        for property in properties {
            text += "      \(Self.quoted(property.name)): { "
            text += "\(PropertyKey.type.name): \(Self.quoted(property.type)), "
            if let detail = property.detail { text += "\(detail.key): \(detail.value.line), " }
            text += "\(PropertyKey.description.name): \(Self.placeholder) }\n"
        }
        return text
    }

    /// A text between double quotes; what JSON escapes YAML reads alike.
    private static func quoted(_ text: String) -> String { JSONValue.string(text).line }
}
