/// The body of a request that opens a session.
struct NewSession: Codable {
    var bundleID: String
    var provider: String

    private enum CodingKeys: String, CodingKey {
        case bundleID = "bundle_id"
        case provider
    }
}
