/// What a server answered, whatever its status.
package struct HTTPAnswer: Sendable, Hashable {
    /// The status, such as 200.
    package let status: Int
    /// The body, with `gzip` and the like already undone by the URL loading system.
    package let body: [UInt8]
    private let fields: [String: String]

    /// An answer with the given parts; for tests, and for the sender.
    package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.body = body
        var fields: [String: String] = [:]
        for (name, value) in headers { fields[name.lowercased()] = value }
        self.fields = fields
    }

    /// The value of a header field, by its name in any case.
    package subscript(name: String) -> String? { fields[name.lowercased()] }

    /// The media type without its parameters, in lower case; nil if the server does not say.
    package var mediaType: String? {
        guard let text = self["Content-Type"]?.prefix(while: { $0 != ";" }) else { return nil }
        let type = text.filter { $0 != " " && $0 != "\t" }.lowercased()
        return type.isEmpty ? nil : type
    }
}
