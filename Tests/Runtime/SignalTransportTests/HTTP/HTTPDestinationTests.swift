import Foundation
import SignalHTTPServer
import Testing

@testable import SignalTransport

@Suite(.timeLimit(.minutes(10))) struct HTTPDestinationTests {
    private func redirect(_ status: Int, _ location: String) -> HTTPResponse {
        HTTPResponse(status, headers: ["Location": location])
    }

    private func post(_ destination: HTTPDestination) async throws -> HTTPAnswer {
        let headers = [HTTPHeaderField("api-key", "k")].compactMap { $0 }
        return try await destination.post(headers: headers, body: Data("body".utf8), timeout: .seconds(600))
    }

    @Test(arguments: [301, 302, 307, 308])
    func `a redirect on the same host is sent again with method, header fields and body`(status: Int)
        async throws
    {
        try await ScriptedServer.run([redirect(status, "/new?x=y"), HTTPResponse(202)]) { port, server in
            let destination = HTTPDestination(try HTTPEndpoint("http://u:p@127.0.0.1:\(port)/old"))
            #expect(try await post(destination).status == 202)
            #expect(server.requests.map(\.method) == ["POST", "POST"])
            #expect(server.requests.map(\.target) == ["/old", "/new?x=y"])
            #expect(server.requests.map { String(decoding: $0.body, as: UTF8.self) } == ["body", "body"])
            #expect(server.requests.map { $0.headers["api-key"] } == ["k", "k"])
            #expect(server.requests.allSatisfy { $0.headers["Authorization"] == "Basic dTpw" })
            let isPermanent = status == 301 || status == 308
            #expect(destination.current.path == (isPermanent ? "/new" : "/old"))
        }
    }

    @Test func `a permanent redirect is remembered until its target fails`() async throws {
        let script = [
            redirect(308, "/new"), HTTPResponse(200), HTTPResponse(200), HTTPResponse(404), HTTPResponse(200),
        ]
        try await ScriptedServer.run(script) { port, server in
            let destination = HTTPDestination(try HTTPEndpoint("http://127.0.0.1:\(port)/old"))
            for _ in 0..<4 { _ = try await post(destination) }
            #expect(server.requests.map(\.target) == ["/old", "/new", "/new", "/new", "/old"])
        }
    }

    @Test func `a temporary redirect is remembered if the owner says so`() async throws {
        try await ScriptedServer.run([redirect(307, "/new"), HTTPResponse(200)]) { port, server in
            let destination = HTTPDestination(
                try HTTPEndpoint("http://127.0.0.1:\(port)/old"), remembersTemporary: true)
            for _ in 0..<2 { _ = try await post(destination) }
            #expect(server.requests.map(\.target) == ["/old", "/new", "/new"])
        }
    }

    @Test(arguments: [300, 303, 304, 305, 306])
    func `another redirect is an answer`(status: Int) async throws {
        try await ScriptedServer.run([redirect(status, "/new")]) { port, server in
            let destination = HTTPDestination(try HTTPEndpoint("http://127.0.0.1:\(port)/"))
            #expect(try await post(destination).status == status)
            #expect(server.requests.count == 1)
        }
    }

    @Test func `a redirect without a target is an answer`() async throws {
        try await ScriptedServer.run([HTTPResponse(307)]) { port, _ in
            let destination = HTTPDestination(try HTTPEndpoint("http://127.0.0.1:\(port)/"))
            #expect(try await post(destination).status == 307)
        }
    }

    @Test func `a redirect to another host is followed only if it is trusted`() async throws {
        try await ScriptedServer.run([HTTPResponse(200)]) { otherPort, other in
            try await ScriptedServer.run([redirect(308, "http://localhost:\(otherPort)/x")]) { port, _ in
                let endpoint = try HTTPEndpoint("http://127.0.0.1:\(port)/")
                let failure = await #expect(throws: HTTPFailure.self) {
                    try await post(HTTPDestination(endpoint))
                }
                #expect(
                    failure?.message == "the redirect leads to another host, localhost, which is not trusted")
                #expect(failure?.isTransient == false)
                #expect(other.requests.isEmpty)
                #expect(try await post(HTTPDestination(endpoint) { $0.host == "localhost" }).status == 200)
                #expect(other.requests.count == 1)
            }
        }
    }

    @Test func `redirects that go on for ever are given up`() async throws {
        try await ScriptedServer.run([redirect(308, "/again")]) { port, server in
            let destination = HTTPDestination(try HTTPEndpoint("http://127.0.0.1:\(port)/"))
            let failure = await #expect(throws: HTTPFailure.self) { try await post(destination) }
            #expect(failure?.code == .redirectRefused)
            #expect(server.requests.count == HTTPDestination.maximumRedirects + 1)
            #expect(destination.current.path == "/")
        }
    }

    @Test(arguments: [
        ("http://h/x", "from https to http"), ("https://user:SECRET@h/x", "user information"),
        ("https://other/x", "another host"),
        ("mailto:SECRET", "http:// or https://"), ("//[x]", "no host"), ("https://h:x/", "no port"),
        ("/a b", "percent-encoded"),
    ])
    func `a target that is not trusted is refused without repeating it`(location: String, reason: String)
        throws
    {
        let endpoint = try HTTPEndpoint("https://h/")
        #expect { try HTTPDestination(endpoint).target(of: location, from: endpoint) } throws: { error in
            guard let failure = error as? HTTPFailure else { return false }
            return failure.code == .redirectRefused && failure.message.contains(reason)
                && !failure.message.contains("SECRET")
        }
    }

    @Test func `a redirect from http to https is followed`() throws {
        let endpoint = try HTTPEndpoint("http://h/")
        #expect(try HTTPDestination(endpoint).target(of: "https://h/x", from: endpoint).isSecure)
    }
}
