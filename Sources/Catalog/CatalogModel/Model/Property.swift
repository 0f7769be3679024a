package import SignalVocabulary

/// One property of an event, a group or the context.
package struct Property: Sendable {
    /// The property's name on the wire, such as `duration_ms`.
    package var name: String
    /// The Swift name asked for by `swift_name`, in lower camel case; nil: derived from ``name``.
    package var swiftName: String?
    /// What it holds.
    package var type: PropertyType
    /// What it means, in the catalog's words.
    package var description: String
    /// Whether every event must have it.
    package var isRequired: Bool
    /// How private it is.
    package var sensitivity: Sensitivity
    /// What is done to its value before it leaves the calling function.
    package var handling: Handling?
    /// What its values must keep to.
    package var constraints: Constraints
    /// The catalog version that brought it.
    package var since: String?
    /// Set when it should no longer be used.
    package var deprecation: Deprecation?
    /// The unit of an `int` or a `double`, for people only; that of a duration or a byte count is in ``type``.
    package var unit: String?
    /// A value as it may occur, as it was written.
    package var example: String?
    /// The group that declares it, nil when it is the event's (or the context's) own. With groups that include groups this is
    /// the one where it is written, not the one that the event includes.
    package var group: String?
    /// The name it had before, which no property beside it has now.
    package var renamedFrom: String?
    /// The findings about it that it asks to be let off.
    package var suppressions: [Suppression]
    /// Where its name stands.
    package var location: SourceLocation

    /// A property with the given parts.
    package init(
        name: String, swiftName: String? = nil, type: PropertyType, description: String,
        isRequired: Bool = true,
        sensitivity: Sensitivity = .internal, handling: Handling? = nil,
        constraints: Constraints = Constraints(),
        since: String? = nil, deprecation: Deprecation? = nil, unit: String? = nil, example: String? = nil,
        group: String? = nil, renamedFrom: String? = nil, suppressions: [Suppression] = [],
        location: SourceLocation
    ) {
        self.name = name
        self.swiftName = swiftName
        self.type = type
        self.description = description
        self.isRequired = isRequired
        self.sensitivity = sensitivity
        self.handling = handling
        self.constraints = constraints
        self.since = since
        self.deprecation = deprecation
        self.unit = unit
        self.example = example
        self.group = group
        self.renamedFrom = renamedFrom
        self.suppressions = suppressions
        self.location = location
    }
}

/// A property that every event carries, taken from the surrounding scope.
package struct ContextProperty: Sendable {
    /// Name, type, privacy and constraints; `isRequired` is always true, for an unset one is written as null.
    package var property: Property
    /// What it ties together, so that sampling and exporters know it (`role:`).
    package var role: Role?
    /// The value where no scope and no variable gives one, as text; nil: null. Numbers are decimal, truth values `true` or
    /// `false`; those of durations and byte counts are in the property's unit.
    package var defaultValue: String?
    /// The environment variable that gives the process-wide value (`variable:`).
    package var variable: String?

    /// What a context property ties together.
    package enum Role: String, Sendable, CaseIterable {
        /// One request and all that it causes; sampling keeps or drops these together.
        case operation
        /// One session.
        case session
        /// One user.
        case user
    }

    /// A context property with the given parts.
    package init(property: Property, role: Role? = nil, defaultValue: String? = nil, variable: String? = nil)
    {
        self.property = property
        self.role = role
        self.defaultValue = defaultValue
        self.variable = variable
    }
}

/// A reusable bundle of properties.
package struct PropertyGroup: Sendable {
    /// The group's name, by which events and groups include it.
    package var name: String
    /// What the bundle is for.
    package var description: String?
    /// The groups it includes, by name.
    package var includes: [String]
    /// All its properties: those it includes first, then its own.
    package var properties: [Property]
    /// The findings about it and its own properties that it asks to be let off.
    package var suppressions: [Suppression]
    /// Where its name stands.
    package var location: SourceLocation

    /// A group with the given parts.
    package init(
        name: String, description: String? = nil, includes: [String] = [], properties: [Property],
        suppressions: [Suppression] = [], location: SourceLocation
    ) {
        self.name = name
        self.description = description
        self.includes = includes
        self.properties = properties
        self.suppressions = suppressions
        self.location = location
    }
}

/// What a property's values must keep to. Bounds of durations and byte counts are in the property's unit.
package struct Constraints: Sendable, Hashable {
    /// The smallest value allowed.
    package var minimum: Bound?
    /// The largest value allowed.
    package var maximum: Bound?
    /// The most Unicode scalars a string may have; `text` is cut to it, a `string` over it is a violation.
    package var maxLength: Int?
    /// The most elements a list may have.
    package var maxItems: Int?
    /// What the whole string must match, in the `SignalPattern` subset.
    package var pattern: String?

    /// A bound as it was written, so that whole numbers stay exact.
    package enum Bound: Sendable, Hashable {
        case integer(Int64)
        case double(Double)
    }

    /// Constraints with the given parts.
    package init(
        minimum: Bound? = nil, maximum: Bound? = nil, maxLength: Int? = nil, maxItems: Int? = nil,
        pattern: String? = nil
    ) {
        self.minimum = minimum
        self.maximum = maximum
        self.maxLength = maxLength
        self.maxItems = maxItems
        self.pattern = pattern
    }
}
