import SignalHTTPServer

/// One route: what it matches, who may use it, what serves it.
struct Route: Sendable {
    let method: String
    /// The path with parameters in braces.
    let pattern: String
    /// What the caller must be allowed to do; nil: anybody may use it.
    let permission: String?
    let serve: @Sendable (SessionService, Call) async throws -> HTTPResponse

    /// Every route of the service.
    static let all = [
        Route(method: "POST", pattern: "/api/v1/sessions", permission: "sessions:write") {
            try await $0.createSession($1)
        },
        Route(method: "GET", pattern: "/api/v1/sessions/{session_id}", permission: "sessions:read") {
            try await $0.readSession($1)
        },
        Route(method: "DELETE", pattern: "/api/v1/sessions/{session_id}", permission: "sessions:delete") {
            try await $0.deleteSession($1)
        },
        Route(method: "POST", pattern: "/api/v1/sessions/{session_id}/messages", permission: "sessions:write")
        {
            try await $0.sendMessage($1)
        },
        Route(method: "POST", pattern: "/api/v1/configs", permission: "configs:write") {
            try await $0.createConfiguration($1)
        },
        Route(method: "GET", pattern: "/health", permission: nil) { try await $0.checkHealth($1) },
    ]

    /// The endpoint of requests that no route matches.
    static let unmatched = "/*"

    /// The parameters of the path, nil if the pattern does not match it.
    func parameters(of path: String) -> [String: String]? {
        let (wanted, given) = (pattern.split(separator: "/"), path.split(separator: "/"))
        guard wanted.count == given.count else { return nil }
        var parameters: [String: String] = [:]
        for (part, text) in zip(wanted, given) {
            if part.first == "{" {
                parameters[String(part.dropFirst().dropLast())] = String(text)
            } else if part != text {
                return nil
            }
        }
        return parameters
    }
}
