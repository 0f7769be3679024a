package import CatalogModel

/// How an event is tracked from Swift: its factory with the parameters in order, as the emitter writes it.
///
/// For documentation, which must not derive these names a second time.
package struct EventSignature: Sendable {
    /// One parameter of the factory.
    package struct Parameter: Sendable {
        /// The argument label, as a call writes it.
        package var label: String
        /// The Swift type without `?`, as it is written outside of the event's structure.
        package var type: String
        /// Whether a call may leave it out.
        package var isOptional: Bool
        /// The property it sets.
        package var property: Property
    }

    /// The event's structure, as it is declared and used.
    package var typeName: String
    /// The factory, as `track(.…)` calls it.
    package var factoryName: String
    /// The parameters of the factory that sets no retired property.
    package var parameters: [Parameter]

    /// The signature of an event of a catalog that loaded without errors.
    package init(_ event: Event) {
        let shape = EventShape(event)
        typeName = shape.typeName
        factoryName = shape.escapedMemberName
        parameters = shape.members.filter { !$0.isRetired }.map { member in
            Parameter(
                label: SwiftNames.escapedLabel(member.name), type: member.outerType,
                isOptional: !member.property.isRequired, property: member.property)
        }
    }
}
