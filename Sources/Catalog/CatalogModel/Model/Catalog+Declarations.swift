extension Catalog {
    /// All declarations of a kind, in the order of the catalog.
    package func declarations(of kind: DeclarationKind) -> [Declaration] {
        switch kind {
        case .event: return events.map(\.declaration)
        case .group: return groups.map(\.declaration)
        case .context:
            guard let place = contextLocation ?? context.first?.property.location else { return [] }
            return [
                Declaration(
                    .context, name: "context", properties: context.map(\.property), location: place)
            ]
        }
    }

    /// All declarations: the kinds in their order, those of a kind in the order of the catalog.
    package var declarations: [Declaration] { DeclarationKind.allCases.flatMap(declarations) }
}
