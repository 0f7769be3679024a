import CatalogModel

/// An event with the Swift names of all its parts.
///
/// Made once for each event; a class, because an event is large to copy.
final class EventShape: Sendable {
    /// The event.
    let event: Event
    /// The structure's name as it is declared and used.
    let typeName: String
    /// The name of factory and name constant as it is declared and used.
    let escapedMemberName: String
    /// The properties, those of included groups first.
    let members: [Member]
    /// Whether a type of a property comes from Foundation.
    let needsFoundation: Bool
    /// Whether the values of a property must match a pattern.
    let hasPattern: Bool

    /// The shape of the given event.
    init(_ event: Event) {
        self.event = event
        let typeName = SwiftNames.escaped(SwiftNames.typeName(of: event))
        self.typeName = typeName
        escapedMemberName = SwiftNames.escaped(SwiftNames.memberName(of: event))
        members = event.properties.map { Member($0, in: typeName) }
        needsFoundation = members.contains { $0.needsFoundation }
        hasPattern = members.contains { $0.hasPattern }
    }
}
