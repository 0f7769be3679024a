/// What a caller says in a session.
struct NewMessage: Codable {
    var text: String
    var attachments: [String]?
}
