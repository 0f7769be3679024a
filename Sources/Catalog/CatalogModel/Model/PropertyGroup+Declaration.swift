/// What a group has in common with other declarations.
///
/// NOTE: Written out, because generic forwarding would cost a call through a table for each access from other targets.
extension PropertyGroup {
    /// ``Declaration/name``
    package var name: String {
        get { declaration.name }
        _modify { yield &declaration.name }
    }

    /// ``Declaration/includes``
    package var includes: [String] {
        get { declaration.includes }
        _modify { yield &declaration.includes }
    }

    /// ``Declaration/properties``
    package var properties: [Property] {
        get { declaration.properties }
        _modify { yield &declaration.properties }
    }

    /// ``Declaration/suppressions``
    package var suppressions: [Suppression] {
        get { declaration.suppressions }
        _modify { yield &declaration.suppressions }
    }

    /// ``Declaration/location``
    package var location: SourceLocation {
        get { declaration.location }
        _modify { yield &declaration.location }
    }
}
