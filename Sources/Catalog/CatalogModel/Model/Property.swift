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
