import Foundation

/// A session.
struct Session: Sendable {
    let id = Identifier.make("ses")
    let bundleID: String
    let provider: String
    /// The user who opened it.
    let owner: String
    let createdAt = ContinuousClock.now
    var lastActivity = Date.now
    var messageCount = 0
}
