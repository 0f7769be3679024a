import SignalHTTPServer
import Testing

/// Answers that are not as they should be, made to order.
@Suite(.timeLimit(.minutes(10))) struct DeliveryTests {
    @Test func `raw bytes are sent as they are, then the connection is closed`() async throws {
        try await LoopbackServer.run { _ in
            .raw("HTTP/1.1 201 \r\n\r\n")
        } body: { server in
            let client = LoopbackClient(port: server.port)
            let response = try await client.send(HTTPRequest("POST", "/"))
            #expect(response.status == 201)
            #expect(response.headers.fields.isEmpty)
            #expect(response.body.isEmpty)
            #expect(try await client.send(HTTPRequest("POST", "/")).status == 201)
        }
    }

    @Test func `a response can end in the middle of its body`() async throws {
        try await LoopbackServer.run { _ in
            var response = HTTPResponse.text(200, "0123456789")
            response.delivery = .truncated(bodyBytes: 4)
            return response
        } body: { server in
            let client = LoopbackClient(port: server.port)
            let answer = try await client.send(raw: "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(answer.contains("Content-Length: 10\r\n"))
            #expect(answer.hasSuffix("\r\n\r\n0123"))
            await #expect(throws: HTTPError.self) { try await client.send(HTTPRequest("GET", "/")) }
        }
    }

    @Test func `a response can come in small pieces`() async throws {
        try await LoopbackServer.run { _ in
            var response = HTTPResponse.text(200, "0123456789")
            response.delivery = .trickling(pieces: 7, pause: .milliseconds(1))
            return response
        } body: { server in
            let client = LoopbackClient(port: server.port)
            for _ in 0..<2 {
                let response = try await client.send(HTTPRequest("GET", "/"))
                #expect(text(response) == "0123456789")
            }
        }
    }

    @Test func `a response can stay away`() async throws {
        try await LoopbackServer.run { _ in
            HTTPResponse(200, delivery: .never)
        } body: { server in
            let client = LoopbackClient(port: server.port, timeout: .milliseconds(50))
            await #expect { try await client.send(HTTPRequest("GET", "/")) } throws: {
                ($0 as? SocketError)?.code == .timedOut
            }
        }
    }

    @Test func `a connection can be reset`() async throws {
        try await LoopbackServer.run { _ in
            HTTPResponse(200, delivery: .reset)
        } body: { server in
            await #expect {
                try await LoopbackClient(port: server.port).send(HTTPRequest("GET", "/"))
            } throws: {
                ($0 as? SocketError)?.code == .closed
            }
        }
    }

    @Test func `a response without a body says no length`() async throws {
        try await LoopbackServer.run { _ in
            HTTPResponse(204)
        } body: { server in
            let client = LoopbackClient(port: server.port)
            let response = try await client.send(HTTPRequest("DELETE", "/"))
            #expect(response.status == 204)
            #expect(response.headers["Content-Length"] == nil)
            #expect(try await client.send(HTTPRequest("DELETE", "/")).status == 204)
        }
    }

    @Test func `a large body arrives whole`() async throws {
        let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
        try await LoopbackServer.run {
            HTTPResponse(200, body: $0.body)
        } body: { server in
            let response = try await LoopbackClient(port: server.port).send(
                HTTPRequest("POST", "/", body: body))
            #expect(response.body == body)
        }
    }
}
