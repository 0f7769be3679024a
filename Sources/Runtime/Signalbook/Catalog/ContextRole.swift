/// What a context property ties together.
public struct ContextRole: Sendable, Hashable {
    private let code: UInt8

    /// One request and all that it causes: sampling keeps or drops these together.
    public static var operation: ContextRole { ContextRole(code: 1) }
    /// One session.
    public static var session: ContextRole { ContextRole(code: 2) }
    /// One user.
    public static var user: ContextRole { ContextRole(code: 3) }
}
