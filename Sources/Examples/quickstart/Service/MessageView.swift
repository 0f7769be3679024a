/// The answer to a message.
struct MessageView: Codable {
    var text: String
    var findings: Int?
}
