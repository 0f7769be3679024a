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
        /// The key that the type needs besides, and its value as YAML.
        var detail: (key: String, value: String)?

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
            switch type {
            case "enum":
                let values = parts[2].split(separator: ",").map { YAMLText.scalar(String($0)) }
                detail = ("values", "[\(values.joined(separator: ", "))]")
            case "list": detail = ("items", YAMLText.scalar(parts[2]))
            default: detail = ("unit", YAMLText.scalar(parts[2]))
            }
        }
    }

    /// The event's lines.
    ///
    /// - Parameter indent: the spaces before its name, which each level below has once more.
    func lines(indent: String) -> [String] {
        var lines = [indent + YAMLText.scalar(name) + ":"]
        func add(_ key: String, _ value: String?) {
            if let value { lines.append(indent + indent + key + ": " + YAMLText.scalar(value)) }
        }
        add("description", description ?? Self.placeholder)
        add("owner", owner)
        add("severity", severity)
        if properties.isEmpty { return lines }
        lines.append(indent + indent + "properties:")
        for property in properties {
            var fields = "type: " + YAMLText.scalar(property.type)
            if let detail = property.detail { fields += ", \(detail.key): \(detail.value)" }
            fields += ", description: " + Self.placeholder
            lines.append(
                indent + indent + indent + YAMLText.scalar(property.name) + ": { " + fields + " }")
        }
        return lines
    }
}
