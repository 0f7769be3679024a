/// A session as callers see it.
struct SessionView: Codable {
    var id: String
    var bundleID: String
    var provider: String
    var messageCount: Int

    init(_ session: Session) {
        id = session.id
        bundleID = session.bundleID
        provider = session.provider
        messageCount = session.messageCount
    }

    private enum CodingKeys: String, CodingKey {
        case id, provider
        case bundleID = "bundle_id"
        case messageCount = "message_count"
    }
}
