/// A customer who calls the service.
struct Caller: Sendable {
    /// The name by which the application knows them; personal, so it is hashed in every event.
    let userID: String
    /// The key that they send; a secret.
    let key: String
    /// The name of the key, for places where the key must not be seen.
    let keyID: String
    let role: String
    let permissions: [String]
    /// How many requests they may make in a window.
    let limit: Int

    /// The customers of the demonstration.
    static let all = [
        Caller(
            userID: "alice@example.com", key: "sk-demo-alice-6f1c0b9e", keyID: "key_01", role: "owner",
            permissions: ["sessions:read", "sessions:write", "sessions:delete", "configs:write"],
            limit: 1_000_000),
        Caller(
            userID: "bob@example.com", key: "sk-demo-bob-2a77d4e1", keyID: "key_02", role: "member",
            permissions: ["sessions:read", "sessions:write"], limit: 1_000_000),
        Caller(
            userID: "batch@example.com", key: "sk-demo-batch-90c3f5aa", keyID: "key_03", role: "robot",
            permissions: ["sessions:read"], limit: 10),
    ]
}
