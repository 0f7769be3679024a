import Foundation
import SignalHTTPServer

/// Somebody who uses the service over one connection: mostly well, sometimes not.
struct Customer: Sendable {
    /// How many requests were answered with each status.
    private(set) var statuses: [Int: Int] = [:]

    private let client: LoopbackClient
    private let answered: @Sendable () -> Void
    private var left: Int
    private var random: SeededGenerator

    /// A customer who sends so many requests, and calls `answered` after each.
    init(port: Int, requests: Int, seed: UInt64, answered: @escaping @Sendable () -> Void) {
        client = LoopbackClient(port: port)
        left = requests
        random = SeededGenerator(seed: seed)
        self.answered = answered
    }

    /// Sends the requests.
    mutating func run() async throws {
        defer { client.close() }
        while left > 0 {
            switch Int.random(in: 0..<100, using: &random) {
            case ..<32: try await hold(conversation: Int.random(in: 1...5, using: &random))
            case ..<44: try await createConfiguration()
            case ..<54: try await createInvalidSession()
            case ..<62: try await get("/api/v1/sessions/ses_\(hexadecimal(12))", as: alice)
            case ..<68: try await get("/api/v1/sessions/ses_\(hexadecimal(12))", as: stolenKey())
            case ..<71: try await get("/api/v1/sessions/ses_\(hexadecimal(12))", as: nil)
            case ..<74: try await send("POST", "/api/v1/configs", #"{"bundles":[],"providers":[]}"#, as: bob)
            case ..<84: try await get("/api/v1/sessions/ses_\(hexadecimal(12))", as: batch)
            case ..<97: try await get("/health", as: nil)
            default: try await get("/api/v2/sessions", as: alice)
            }
        }
    }

    /// How keys begin that nobody was given; the rest of them must not be found in the file.
    static let stolenKeyPrefix = "sk-live-stolen"

    private mutating func stolenKey() -> String { Self.stolenKeyPrefix + hexadecimal(18) }

    private let alice = Caller.all[0].key
    private let bob = Caller.all[1].key
    private let batch = Caller.all[2].key

    /// Opens a session, says something in it so many times, looks at it, and mostly closes it.
    private mutating func hold(conversation messages: Int) async throws {
        let bundle = ["support-desk", "code-review"].randomElement(using: &random) ?? ""
        let provider = ["anthropic", "openai", "ollama"].randomElement(using: &random) ?? ""
        let body = #"{"bundle_id":"\#(bundle)","provider":"\#(provider)"}"#
        let caller = Int.random(in: 0..<4, using: &random) == 0 ? bob : alice
        guard let answer = try await send("POST", "/api/v1/sessions", body, as: caller), answer.status == 201
        else { return }
        let session = try JSONDecoder().decode(SessionView.self, from: Data(answer.body))
        let path = "/api/v1/sessions/\(session.id)"
        for _ in 0..<messages {
            let message = try JSONEncoder().encode(NewMessage(text: say(), attachments: nil))
            try await send("POST", path + "/messages", String(decoding: message, as: UTF8.self), as: caller)
        }
        try await get(path, as: caller)
        // Bob may not: he is refused, and the session stays.
        if Int.random(in: 0..<10, using: &random) < 7 { try await send("DELETE", path, "", as: caller) }
    }

    /// Something to say; see ``ModelProvider`` for what comes of it.
    private mutating func say() -> String {
        switch Int.random(in: 0..<40, using: &random) {
        case 0: String(repeating: "Please explain this very thoroughly. ", count: 10)
        case 1: "overload"
        case 2...3: "are you busy?"
        case 4...8: "search: invoices of \(hexadecimal(4))"
        case 9: "search:"
        case 10...13: "write to carol\(hexadecimal(2))@example.org, or call 203.0.113.7"
        default: "hello, this is message \(hexadecimal(Int.random(in: 2...9, using: &random)))"
        }
    }

    private mutating func createConfiguration() async throws {
        let bodies = [
            #"{"bundles":["support-desk"],"providers":["anthropic"],"tools":["search_documents"]}"#,
            #"{"bundles":["support-desk","code-review"],"providers":["anthropic","ollama"]}"#,
            #"{"bundles":[],"providers":["anthropic"]}"#,
            #"{"bundles":["support-desk"],"providers":["dave@example.net"]}"#,
        ]
        try await send("POST", "/api/v1/configs", bodies.randomElement(using: &random) ?? "", as: alice)
    }

    private mutating func createInvalidSession() async throws {
        let bodies = [
            #"{"bundle_id":"erin@example.net","provider":"anthropic"}"#,
            #"{"bundle_id":"support-desk","provider":"nobody"}"#,
            #"{"bundle_id":"support-desk"}"#,
            #"{"bundle_id":7,"provider":"anthropic"}"#,
            #"not even JSON, but with a card: 4111 1111 1111 1111"#,
        ]
        try await send("POST", "/api/v1/sessions", bodies.randomElement(using: &random) ?? "", as: bob)
    }

    private mutating func get(_ path: String, as key: String?) async throws {
        try await send("GET", path, "", as: key)
    }

    /// Sends one request, unless they are used up.
    @discardableResult
    private mutating func send(
        _ method: String, _ path: String, _ body: String, as key: String?
    ) async throws -> HTTPResponse? {
        guard left > 0 else { return nil }
        left -= 1
        var headers = HTTPHeaders()
        headers["Authorization"] = key.map { "Bearer \($0)" }
        switch Int.random(in: 0..<50, using: &random) {
        case 0: headers["X-Request-ID"] = "not a proper identifier"
        case 1...15: headers["X-Request-ID"] = "client-\(hexadecimal(16))"
        default: break
        }
        let response = try await client.send(
            HTTPRequest(method, path, headers: headers, body: Array(body.utf8)))
        statuses[response.status, default: 0] += 1
        answered()
        return response
    }

    private mutating func hexadecimal(_ digits: Int) -> String {
        (0..<digits).map { _ in String(Int.random(in: 0..<16, using: &random), radix: 16) }.joined()
    }
}
