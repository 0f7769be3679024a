/// What an event has in common with other declarations.
///
/// NOTE: Written out, because generic forwarding would cost a call through a table for each access from other targets.
extension Event {
    /// ``Declaration/name``
    package var name: String {
        get { declaration.name }
        _modify { yield &declaration.name }
    }

    /// ``Declaration/swiftName``
    package var swiftName: String? {
        get { declaration.swiftName }
        _modify { yield &declaration.swiftName }
    }

    /// ``Declaration/owner``
    package var owner: String? {
        get { declaration.owner }
        _modify { yield &declaration.owner }
    }

    /// ``Declaration/stability``
    package var stability: Stability {
        get { declaration.stability }
        _modify { yield &declaration.stability }
    }

    /// ``Declaration/since``
    package var since: String? {
        get { declaration.since }
        _modify { yield &declaration.since }
    }

    /// ``Declaration/expires``
    package var expires: String? {
        get { declaration.expires }
        _modify { yield &declaration.expires }
    }

    /// ``Declaration/deprecation``
    package var deprecation: Deprecation? {
        get { declaration.deprecation }
        _modify { yield &declaration.deprecation }
    }

    /// ``Declaration/links``
    package var links: [String] {
        get { declaration.links }
        _modify { yield &declaration.links }
    }

    /// ``Declaration/tags``
    package var tags: [String] {
        get { declaration.tags }
        _modify { yield &declaration.tags }
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

    /// ``Declaration/renamedFrom``
    package var renamedFrom: String? {
        get { declaration.renamedFrom }
        _modify { yield &declaration.renamedFrom }
    }

    /// ``Declaration/removed``
    package var removed: [Tombstone] {
        get { declaration.removed }
        _modify { yield &declaration.removed }
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
