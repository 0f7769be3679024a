extension ChangeKind {
    /// What the kind is, in one sentence: for lists of rules.
    package var summary: String {
        switch self {
        case .catalogRenamed: "The catalog has another name, which every record carries."
        case .versionLowered: "The catalog's version is lower than the one it is compared with."
        case .versionTooLow: "The catalog's version was not raised as far as the changes ask for."
        case .accessNarrowed: "The generated Swift is seen by fewer."
        case .accessWidened: "The generated Swift is seen by more."
        case .defaultRetentionLengthened: "Events that say nothing else are kept for longer."
        case .defaultRetentionShortened: "Events that say nothing else are kept for less long."
        case .eventRemoved: "An event is gone."
        case .eventRenamed: "An event has another name."
        case .eventAdded: "An event is new."
        case .severityChanged: "An event has another severity."
        case .sampleRateLowered: "A smaller share of an event is kept."
        case .sampleRateRaised: "A larger share of an event is kept."
        case .retentionLengthened: "An event is kept for longer."
        case .retentionShortened: "An event is kept for less long."
        case .stabilityLowered: "An event that was stable is in development."
        case .stabilityRaised: "An event that was in development is stable."
        case .parameterOrderChanged: "The parameters of a generated function have another order."
        case .groupsChanged: "An event includes other groups; what that changes is told by itself."
        case .expiryChanged: "An event has another day on which it should be gone."
        case .propertyRemoved: "A property is gone."
        case .propertyRenamed: "A property has another name."
        case .propertyAdded: "A property is new."
        case .requirementAdded: "A property that could be left out is required."
        case .requirementRemoved: "A property that was required may be left out."
        case .typeChanged: "A property has another type."
        case .unitChanged: "A property has another unit."
        case .constraintNarrowed: "A property accepts fewer values."
        case .constraintWidened: "A property accepts more values."
        case .patternChanged: "A property's values match another pattern."
        case .exampleChanged: "A property has another example."
        case .enumOpened: "A closed enumeration is open."
        case .enumClosed: "An open enumeration is closed."
        case .enumTypeMoved: "The Swift type of an enumeration belongs to another group, or to none."
        case .enumValueRemoved: "A value of an enumeration is gone."
        case .enumValueRenamed: "A value of an enumeration is written differently."
        case .enumValueAdded: "A value of an enumeration is new."
        case .enumValueReused: "A value, or its Swift name, stands for what another one stood for."
        case .handlingWeakened: "More of a property's value leaves the caller."
        case .handlingStrengthened: "Less of a property's value leaves the caller."
        case .sensitivityLowered: "A property counts as less private."
        case .sensitivityRaised: "A property counts as more private."
        case .contextPropertyRemoved: "A context property is gone."
        case .contextPropertyRenamed: "A context property has another name."
        case .contextPropertyAdded: "A context property is new."
        case .defaultChanged: "A context property that is not set has another value."
        case .roleChanged: "A context property ties together something else."
        case .variableChanged: "A context property is taken from another environment variable."
        case .swiftNameChanged: "Something has another name in Swift, and the same one on the wire."
        case .deprecationAdded: "Something is deprecated."
        case .deprecationChanged: "What a deprecation says is different."
        case .deprecationRemoved: "Something is not deprecated any more."
        case .ownerChanged: "Something has another owner."
        case .descriptionChanged: "Something is described in other words."
        case .sinceChanged: "Something says another version that brought it."
        case .linksChanged: "Something links to other pages."
        case .tagsChanged: "Something has other tags."
        case .tombstoneAdded: "A name that was not in use is kept from being used."
        case .tombstoneRemoved: "The name of something removed may be used again."
        case .tombstoneReused: "The name of something removed is used again."
        }
    }

    /// Whether it adds something, so that it asks for a new minor version though it breaks nobody.
    var isAddition: Bool {
        switch self {
        case .eventAdded, .propertyAdded, .contextPropertyAdded, .enumValueAdded, .accessWidened,
            .stabilityRaised, .deprecationAdded, .deprecationChanged, .deprecationRemoved, .sampleRateRaised,
            .sensitivityRaised, .unitChanged, .variableChanged:
            true
        default: false
        }
    }
}
