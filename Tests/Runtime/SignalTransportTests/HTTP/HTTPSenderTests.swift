import Foundation
import SignalHTTPServer
import SignalTransport
import Testing
import TestSupport

@Suite(.timeLimit(.minutes(10))) struct HTTPSenderTests {
    /// So long that no busy machine reaches it.
    private static let patience = Duration.seconds(600)

    private func post(
        _ port: Int, _ body: [UInt8] = Array("hello".utf8), headers: [HTTPHeaderField?] = [],
        timeout: Duration? = patience,
        limit: Int = 4 << 20, path: String = "/v1/logs"
    ) async throws -> HTTPAnswer {
        try await HTTPSender.shared.post(
            PostRequest(
                to: HTTPEndpoint("http://127.0.0.1:\(port)\(path)"), headers: headers.compactMap { $0 },
                body: Data(body),
                timeout: timeout, maximumAnswerSize: limit))
    }

    private func failure(_ operation: () async throws -> HTTPAnswer) async -> HTTPFailure? {
        do {
            _ = try await operation()
            return nil
        } catch { return error as? HTTPFailure }
    }

    @Test func `method, target, header fields and body arrive as given`() async throws {
        try await ScriptedServer.run([.json(200, Array("{}".utf8))]) { port, server in
            let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 3) }
            let answer = try await post(
                port, body, headers: [HTTPHeaderField("X-Key", "k"), HTTPHeaderField("User-Agent", "me/1")],
                path: "/a%20b?c=d")
            #expect(
                answer
                    == HTTPAnswer(
                        status: 200, headers: ["content-type": "application/json", "content-length": "2"],
                        body: [0x7B, 0x7D]))
            #expect(answer.mediaType == "application/json")
            let request = try #require(server.requests.first)
            #expect(server.requests.count == 1)
            #expect(request.method == "POST" && request.target == "/a%20b?c=d")
            #expect(request.headers["X-Key"] == "k" && request.headers["User-Agent"] == "me/1")
            #expect(request.headers["Expect"] == nil && request.headers["Cookie"] == nil)
            #expect(request.body == body)
        }
    }

    @Test(arguments: [
        201, 204, 206, 303, 304, 307, 400, 401, 402, 404, 407, 408, 413, 429, 439, 500, 503, 599,
    ])
    func `an answer of any status is an answer`(status: Int) async throws {
        var response = HTTPResponse.text(status, "why")
        response.headers["Location"] = "http://127.0.0.1:1/elsewhere"
        response.headers["WWW-Authenticate"] = "Digest realm=\"r\", nonce=\"n\""
        response.headers["Retry-After"] = "7"
        let isBodiless = status == 204 || status == 304
        try await ScriptedServer.run([response]) { port, server in
            let answer = try await post(port)
            #expect(answer.status == status)
            #expect(answer.body == (isBodiless ? [] : Array("why".utf8)))
            #expect(answer["retry-after"] == "7")
            #expect(server.requests.count == 1)
        }
    }

    @Test func `user information is sent as basic authorization and not in the URL`() async throws {
        try await ScriptedServer.run([HTTPResponse(200)]) { port, server in
            let endpoint = try HTTPEndpoint("http://ada:pass@127.0.0.1:\(port)/x")
            _ = try await HTTPSender.shared.post(
                PostRequest(to: endpoint, body: Data(), timeout: Self.patience))
            #expect(server.requests.map { $0.headers["Authorization"] } == ["Basic YWRhOnBhc3M="])
            #expect(server.requests.map(\.target) == ["/x"])
        }
    }

    @Test func `cookies are neither kept nor sent`() async throws {
        try await ScriptedServer.run([HTTPResponse(200, headers: ["Set-Cookie": "a=b; path=/"])]) {
            port, server in
            _ = try await post(port)
            _ = try await post(port)
            #expect(server.requests.map { $0.headers["Cookie"] } == [nil, nil])
        }
    }

    @Test func `nobody listening is a refused connection`() async throws {
        try await ClosedPort.run { port in
            #expect(await failure { try await post(port) }?.code == .refused)
        }
    }

    @Test func `a host without an address is unresolved`() async throws {
        // No label of a name has more than 63 bytes (RFC 1035 section 2.3.4), so no name server is asked.
        let host = String(repeating: "a", count: 64)
        let request = PostRequest(
            to: try HTTPEndpoint("http://\(host)/"), body: Data(), timeout: Self.patience)
        let code = await failure { try await HTTPSender.shared.post(request) }?.code
        #expect(code == .unresolved)
    }

    @Test func `a server that speaks no TLS is insecure`() async throws {
        // It waits in vain for the end of the request's head, then says so in plain text.
        try await ScriptedServer.run([HTTPResponse(200)], arrival: .milliseconds(20)) { port, server in
            let request = PostRequest(
                to: try HTTPEndpoint("https://127.0.0.1:\(port)/"), body: Data("secret".utf8),
                timeout: Self.patience)
            let failure = await failure { try await HTTPSender.shared.post(request) }
            #expect(failure?.code == .insecure)
            #expect(server.requests.isEmpty)
        }
    }

    @Test(arguments: [Duration.seconds(Int64.min), .zero, .milliseconds(1), .milliseconds(60)])
    func `an answer that stays away is a time-out`(timeout: Duration) async throws {
        try await ScriptedServer.run([HTTPResponse(200, delivery: .never)]) { port, _ in
            #expect(await failure { try await post(port, timeout: timeout) }?.code == .timedOut)
        }
    }

    @Test func `an answer that trickles past the limit is a time-out`() async throws {
        var response = HTTPResponse.text(200, String(repeating: "x", count: 100_000))
        response.delivery = .trickling(pieces: 1, pause: .milliseconds(5))
        try await ScriptedServer.run([response]) { port, _ in
            #expect(await failure { try await post(port, timeout: .milliseconds(100)) }?.code == .timedOut)
        }
    }

    @Test func `an endless limit does not trap`() async throws {
        try await ScriptedServer.run([HTTPResponse(200)]) { port, _ in
            for timeout in [Duration.seconds(Int64.max), .seconds(1_000_000_000)] {
                let answer = try await post(port, timeout: timeout)
                #expect(answer.status == 200)
            }
            let answer = try await post(port, timeout: nil)
            #expect(answer.status == 200)
        }
    }

    @Test(arguments: [
        HTTPResponse.Delivery.truncated(bodyBytes: 5), .truncated(bodyBytes: 0), .reset, .raw([]),
    ])
    func `a connection that ends early is interrupted`(delivery: HTTPResponse.Delivery) async throws {
        var response = HTTPResponse.text(200, "0123456789")
        response.delivery = delivery
        try await ScriptedServer.run([response]) { port, _ in
            let code = await failure { try await post(port) }?.code
            #expect(code == .interrupted || code == .malformedAnswer)
        }
    }

    @Test(arguments: [
        "garbage garbage\r\n\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 99999 X\r\n\r\n", "HTTP/0.9 200\r\n\r\nabc",
        "\u{0}\u{1}\u{2}",
        "HTTP/1.1 200 OK\r\n: x\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
    ])
    func `an answer that is no HTTP is a failure that may pass`(raw: String) async throws {
        try await ScriptedServer.run([.raw(raw)]) { port, _ in
            #expect(await failure { try await post(port) }?.isTransient == true)
        }
    }

    @Test func `an answer of exactly the limit is read, and one byte more is too large`() async throws {
        try await ScriptedServer.run([HTTPResponse(200, body: [UInt8](repeating: 1, count: 1000))]) {
            port, _ in
            let answer = try await post(port, limit: 1000)
            #expect(answer.body.count == 1000)
            let failure = await failure { try await post(port, limit: 999) }
            #expect(failure?.code == .answerTooLarge && failure?.isTransient == false)
        }
    }

    @Test func `the limit holds for an answer that says no length, and for what a compressed one holds`()
        async throws
    {
        let endless = "HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 200_000)
        var compressor = try makeCompressor()
        let bomb = try compress([UInt8](repeating: 0, count: 2_000_000), with: &compressor)
        let compressed = HTTPResponse(200, headers: ["Content-Encoding": "gzip"], body: bomb)
        for response in [HTTPResponse.raw(endless), compressed] {
            try await ScriptedServer.run([response]) { port, _ in
                #expect(await failure { try await post(port, limit: 100_000) }?.code == .answerTooLarge)
            }
        }
    }

    @Test func `cancelling the task ends the request`() async throws {
        try await ScriptedServer.run([HTTPResponse(200, delivery: .never)]) { port, server in
            let task = Task { await failure { try await post(port) } }
            try await eventually { !server.requests.isEmpty }
            task.cancel()
            #expect(await task.value?.code == .cancelled)
            let late = Task { await failure { try await post(port) } }
            late.cancel()
            #expect(await late.value?.code == .cancelled)
        }
    }

    @Test func `a connection that the server closed meanwhile is replaced, and the whole body sent again`()
        async throws
    {
        let script = [
            HTTPResponse(200), HTTPResponse(200, delivery: .raw([])), HTTPResponse(200),
            HTTPResponse(200, delivery: .reset), HTTPResponse(202),
        ]
        try await ScriptedServer.run(script) { port, server in
            let body = [UInt8](repeating: 7, count: 300_000)
            for status in [200, 200, 202] {
                // Under load libcurl may have let go of the open connection: then the close is that of a new one, and not replaced.
                var answer = try? await post(port, body)
                if answer == nil { answer = try await post(port, body) }
                #expect(answer?.status == status)
            }
            #expect(server.requests.count == 5)
            #expect(server.requests.allSatisfy { $0.body == body })
        }
    }

    @Test func `many requests are under way at a time`() async throws {
        try await ScriptedServer.run([HTTPResponse(200)]) { port, server in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<50 {
                    group.addTask { try await post(port, Array("\(number)".utf8)).status }
                }
                for try await status in group { #expect(status == 200) }
            }
            let bodies = Set(server.requests.map { String(decoding: $0.body, as: UTF8.self) })
            #expect(bodies == Set((0..<50).map(String.init)))
        }
    }

    @Test func `no failure names the URL, its user or a header`() async throws {
        var messages: [String] = []
        func note(_ port: Int, _ timeout: Duration) async throws {
            let endpoint = try HTTPEndpoint(
                "http://SECRET-USER:SECRET-WORD@127.0.0.1:\(port)/SECRET-PATH?SECRET-QUERY")
            let headers = [HTTPHeaderField("api-key", "SECRET-KEY")].compactMap { $0 }
            let failure = await failure {
                try await HTTPSender.shared.post(
                    PostRequest(
                        to: endpoint, headers: headers, body: Data(), timeout: timeout, maximumAnswerSize: 10)
                )
            }
            messages.append(String(reflecting: failure))
        }
        try await ClosedPort.run { try await note($0, Self.patience) }
        let deliveries: [HTTPResponse.Delivery] = [
            .never, .reset, .raw(Array("no".utf8)), .truncated(bodyBytes: 3), .whole,
        ]
        for delivery in deliveries {
            let body = Array("0123456789SECRET".utf8)
            try await ScriptedServer.run([HTTPResponse(200, body: body, delivery: delivery)]) { port, _ in
                try await note(port, delivery == .never ? .milliseconds(50) : Self.patience)
            }
        }
        #expect(messages.count == 6)
        for message in messages {
            #expect(!message.uppercased().contains("SECRET") && message.contains("HTTPFailure"))
        }
    }
}
