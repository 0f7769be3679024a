/// What kind of change it is. The raw values are an API: approvals and tools name them.
package enum ChangeKind: String, Sendable, CaseIterable {
    // The catalog.
    case catalogRenamed = "catalog-renamed"
    case versionLowered = "version-lowered"
    case versionTooLow = "version-too-low"
    case accessNarrowed = "access-narrowed"
    case accessWidened = "access-widened"
    case defaultRetentionLengthened = "default-retention-lengthened"
    case defaultRetentionShortened = "default-retention-shortened"

    // Events.
    case eventRemoved = "event-removed"
    case eventRenamed = "event-renamed"
    case eventAdded = "event-added"
    case severityChanged = "severity-changed"
    case sampleRateLowered = "sample-rate-lowered"
    case sampleRateRaised = "sample-rate-raised"
    case retentionLengthened = "retention-lengthened"
    case retentionShortened = "retention-shortened"
    case stabilityLowered = "stability-lowered"
    case stabilityRaised = "stability-raised"
    case parameterOrderChanged = "parameter-order-changed"
    case groupsChanged = "groups-changed"
    case expiryChanged = "expiry-changed"

    // Properties, those of the context included where nothing else is said.
    case propertyRemoved = "property-removed"
    case propertyRenamed = "property-renamed"
    case propertyAdded = "property-added"
    case requirementAdded = "requirement-added"
    case requirementRemoved = "requirement-removed"
    case typeChanged = "type-changed"
    case unitChanged = "unit-changed"
    case constraintNarrowed = "constraint-narrowed"
    case constraintWidened = "constraint-widened"
    case patternChanged = "pattern-changed"
    case exampleChanged = "example-changed"

    // The values of enumerations.
    case enumOpened = "enum-opened"
    case enumClosed = "enum-closed"
    case enumTypeMoved = "enum-type-moved"
    case enumValueRemoved = "enum-value-removed"
    case enumValueRenamed = "enum-value-renamed"
    case enumValueAdded = "enum-value-added"
    case enumValueReused = "enum-value-reused"

    // Privacy.
    case handlingWeakened = "handling-weakened"
    case handlingStrengthened = "handling-strengthened"
    case sensitivityLowered = "sensitivity-lowered"
    case sensitivityRaised = "sensitivity-raised"

    // What only the context has.
    case contextPropertyRemoved = "context-property-removed"
    case contextPropertyRenamed = "context-property-renamed"
    case contextPropertyAdded = "context-property-added"
    case defaultChanged = "default-changed"
    case roleChanged = "role-changed"
    case variableChanged = "variable-changed"

    // What everything has.
    case swiftNameChanged = "swift-name-changed"
    case deprecationAdded = "deprecation-added"
    case deprecationChanged = "deprecation-changed"
    case deprecationRemoved = "deprecation-removed"
    case ownerChanged = "owner-changed"
    case descriptionChanged = "description-changed"
    case sinceChanged = "since-changed"
    case linksChanged = "links-changed"
    case tagsChanged = "tags-changed"

    // Tombstones.
    case tombstoneAdded = "tombstone-added"
    case tombstoneRemoved = "tombstone-removed"
    case tombstoneReused = "tombstone-reused"

    /// The kind that the change has when it is made back; nil when that is no one kind.
    package var opposite: ChangeKind? {
        switch self {
        case .accessNarrowed: .accessWidened
        case .accessWidened: .accessNarrowed
        case .defaultRetentionLengthened: .defaultRetentionShortened
        case .defaultRetentionShortened: .defaultRetentionLengthened
        case .eventRemoved: .eventAdded
        case .eventAdded: .eventRemoved
        case .sampleRateLowered: .sampleRateRaised
        case .sampleRateRaised: .sampleRateLowered
        case .retentionLengthened: .retentionShortened
        case .retentionShortened: .retentionLengthened
        case .stabilityLowered: .stabilityRaised
        case .stabilityRaised: .stabilityLowered
        case .propertyRemoved: .propertyAdded
        case .propertyAdded: .propertyRemoved
        case .requirementAdded: .requirementRemoved
        case .requirementRemoved: .requirementAdded
        case .constraintNarrowed: .constraintWidened
        case .constraintWidened: .constraintNarrowed
        case .enumOpened: .enumClosed
        case .enumClosed: .enumOpened
        case .enumValueRemoved: .enumValueAdded
        case .enumValueAdded: .enumValueRemoved
        case .handlingWeakened: .handlingStrengthened
        case .handlingStrengthened: .handlingWeakened
        case .sensitivityLowered: .sensitivityRaised
        case .sensitivityRaised: .sensitivityLowered
        case .contextPropertyRemoved: .contextPropertyAdded
        case .contextPropertyAdded: .contextPropertyRemoved
        case .deprecationAdded: .deprecationRemoved
        case .deprecationRemoved: .deprecationAdded
        case .tombstoneAdded: .tombstoneRemoved
        case .tombstoneRemoved: .tombstoneAdded
        case .catalogRenamed, .severityChanged, .parameterOrderChanged, .groupsChanged, .expiryChanged,
            .typeChanged, .unitChanged, .patternChanged, .exampleChanged, .enumValueReused,
            .defaultChanged, .roleChanged, .variableChanged, .swiftNameChanged, .deprecationChanged,
            .ownerChanged, .descriptionChanged, .sinceChanged, .linksChanged, .tagsChanged:
            self
        case .enumTypeMoved, .versionLowered, .versionTooLow, .eventRenamed, .propertyRenamed,
            .enumValueRenamed,
            .contextPropertyRenamed, .tombstoneReused:
            nil
        }
    }
}
