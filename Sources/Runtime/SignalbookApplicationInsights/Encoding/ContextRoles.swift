import Signalbook

/// The context properties of a catalog that become tags, by their role.
struct ContextRoles: Sendable {
    /// The name of the property that ties a request together.
    var operation: [UInt8]?
    /// The name of the property that names the session.
    var session: [UInt8]?
    /// The name of the property that names the user.
    var user: [UInt8]?

    /// The roles that these properties have.
    init(_ context: [ContextPropertyDefinition]) {
        func key(of role: ContextRole) -> [UInt8]? {
            context.first { $0.role == role }.map { Array($0.name.description.utf8) }
        }
        operation = key(of: .operation)
        session = key(of: .session)
        user = key(of: .user)
    }
}
