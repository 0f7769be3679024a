import CatalogModel

@testable import CatalogImport

/// What importing gives, as lines that a test can show: events, their properties, then findings without their places' columns.
func imported(_ format: ImportFormat, _ texts: String...) -> [String] {
    let sources = texts.enumerated().map { CatalogSource(path: "\($0.offset + 1)", text: $0.element) }
    let result = CatalogImporter.importCatalog(from: sources, as: format, name: "imported", version: "1.0.0")
    var lines: [String] = []
    for event in result.catalog.events {
        var facts = [event.name, "\(event.stability)"]
        if let owner = event.owner { facts.append("owner=\(owner)") }
        if let expires = event.expires { facts.append("expires=\(expires)") }
        if let deprecation = event.deprecation { facts.append("deprecated=\(deprecation.reason ?? "")") }
        lines.append(facts.joined(separator: " ") + ": " + event.description)
        for property in event.properties { lines.append("  " + summary(of: property)) }
    }
    for finding in result.findings {
        let place = finding.location.map { "\($0.path):\($0.line)" } ?? "-"
        lines.append("\(place) \(finding.severity.rawValue) \(finding.rule): \(finding.message)")
    }
    return lines
}

private func summary(of property: Property) -> String {
    var facts = [property.name, property.type.name]
    if case .enumeration(let enumeration) = property.type {
        facts.append(
            "[" + enumeration.values.map(\.rawValue).joined(separator: ",")
                + (enumeration.isOpen ? ",…]" : "]"))
    }
    if property.isRequired { facts.append("required") }
    if case .integer(let bound)? = property.constraints.minimum { facts.append("minimum=\(bound)") }
    if case .integer(let bound)? = property.constraints.maximum { facts.append("maximum=\(bound)") }
    if case .double(let bound)? = property.constraints.maximum { facts.append("maximum=\(bound)") }
    if let length = property.constraints.maxLength { facts.append("max_length=\(length)") }
    if let count = property.constraints.maxItems { facts.append("max_items=\(count)") }
    if let pattern = property.constraints.pattern { facts.append("pattern=\(pattern)") }
    if let handling = property.handling { facts.append("\(property.sensitivity)=\(handling)") }
    if let example = property.example { facts.append("example=\(example)") }
    if let deprecation = property.deprecation { facts.append("deprecated=\(deprecation.reason ?? "")") }
    return facts.joined(separator: " ") + ": " + property.description
}
