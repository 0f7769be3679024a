import SignalHTTPServer
import Testing

/// What the server makes of what it is sent.
@Suite(.timeLimit(.minutes(10))) struct RequestTests {
    @Test func `a request arrives with its method, target, fields and body`() async throws {
        try await LoopbackServer.run(handler: echo) { server in
            let client = LoopbackClient(port: server.port)
            let response = try await client.send(
                HTTPRequest("POST", "/a%20b?c=d?e", headers: ["X-Case": "kept"], body: Array("hello".utf8)))
            #expect(response.status == 200)
            #expect(response.headers["content-type"] == "text/plain; charset=utf-8")
            #expect(text(response) == "POST /a%20b [c=d?e] kept hello")
        }
    }

    @Test func `several requests go over one connection`() async throws {
        try await LoopbackServer.run(limits: oneConnection, handler: echo) { server in
            let client = LoopbackClient(port: server.port)
            for number in 0..<200 {
                let response = try await client.send(HTTPRequest("POST", "/\(number)", body: Array("x".utf8)))
                #expect(text(response) == "POST /\(number) [-] - x")
            }
        }
    }

    @Test(arguments: [
        ("5\r\nhello\r\n0\r\n\r\n", "hello"),
        ("5;name=value\r\nhello\r\n6\r\n world\r\n0\r\nTrailer: read over\r\n\r\n", "hello world"),
        ("00A\r\n0123456789\r\n0\r\n\r\n", "0123456789"),
        ("0\r\n\r\n", ""),
    ])
    func `a chunked body is put together`(chunks: String, body: String) async throws {
        try await LoopbackServer.run(handler: echo) { server in
            let head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
            let answer = try await LoopbackClient(port: server.port).send(raw: head + chunks)
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.hasSuffix("POST / [-] - \(body)"))
        }
    }

    @Test func `requests sent in one go are answered in order`() async throws {
        try await LoopbackServer.run(handler: echo) { server in
            let answer = try await LoopbackClient(port: server.port).send(
                raw:
                    "\r\nGET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            )
            let bodies = answer.split(separator: "\r\n\r\n").dropFirst()
            #expect(bodies.count == 2)
            #expect(bodies.first?.hasPrefix("GET /1") == true)
            #expect(bodies.last?.hasPrefix("GET /2") == true)
        }
    }

    @Test func `a caller who expects it is told to continue`() async throws {
        try await LoopbackServer.run(handler: echo) { server in
            let answer = try await LoopbackClient(port: server.port).send(
                raw:
                    "PUT / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
            )
            #expect(answer.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"))
        }
    }

    @Test func `the answer to HEAD has the length and not the body`() async throws {
        try await LoopbackServer.run(handler: echo) { server in
            let client = LoopbackClient(port: server.port)
            let response = try await client.send(HTTPRequest("HEAD", "/"))
            #expect(response.body.isEmpty)
            #expect(response.headers["Content-Length"] == "13")
            #expect(try await text(client.send(HTTPRequest("GET", "/next"))) == "GET /next [-] - ")
        }
    }

    @Test func `a connection of HTTP 1 0 is closed after the answer`() async throws {
        try await LoopbackServer.run(handler: echo) { server in
            let answer = try await LoopbackClient(port: server.port).send(raw: "GET / HTTP/1.0\r\n\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.contains("Connection: close\r\n"))
        }
    }

    @Test(arguments: ImproperRequest.all)
    func `an improper request is refused with the status that says why`(request: ImproperRequest) async throws
    {
        var limits = LoopbackServer.Limits()
        limits.head = 1000
        limits.body = 1000
        try await LoopbackServer.run(limits: limits, handler: echo) { server in
            let client = LoopbackClient(port: server.port)
            let answer = try await client.send(raw: request.text, thenEnd: true)
            let next = try await client.send(HTTPRequest("GET", "/"))
            #expect(answer.hasPrefix("HTTP/1.1 \(request.status) "))
            #expect(next.status == 200, "the server goes on")
        }
    }

    @Test func `a request that does not arrive in time is answered 408`() async throws {
        var limits = LoopbackServer.Limits()
        limits.arrival = .milliseconds(50)
        try await LoopbackServer.run(limits: limits, handler: echo) { server in
            let answer = try await LoopbackClient(port: server.port).send(raw: "GET / HT")
            #expect(answer.hasPrefix("HTTP/1.1 408 "))
        }
    }

    /// Asks again while the connection is closed as idle before the request is there, as a busy machine may have it.
    private func untilInTime<Answer>(_ ask: () async throws -> Answer?) async throws -> Answer {
        while true {
            try Task.checkCancellation()
            do {
                if let answer = try await ask() { return answer }
            } catch let error as SocketError where error.code == .closed {}
        }
    }

    @Test func `an idle connection is closed, and the client opens another`() async throws {
        var limits = LoopbackServer.Limits()
        limits.idle = .milliseconds(20)
        try await LoopbackServer.run(limits: limits, handler: echo) { server in
            let client = LoopbackClient(port: server.port)
            let before = try await untilInTime { try await client.send(HTTPRequest("GET", "/")) }
            // Both read until the server closes their connections, one unused and one used.
            let unused = try await LoopbackClient(port: server.port).send(raw: "")
            let used = try await untilInTime {
                let answer = try await LoopbackClient(port: server.port).send(
                    raw: "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                return answer.isEmpty ? nil : answer
            }
            let after = try await untilInTime { try await client.send(HTTPRequest("GET", "/")) }
            #expect(unused == "")
            #expect(used.hasPrefix("HTTP/1.1 200 OK\r\n") && !used.contains("Connection: close"))
            #expect(before.status == 200)
            #expect(after.status == 200)
        }
    }

    @Test func `fields are found whatever their case and kept in order`() {
        var headers: HTTPHeaders = ["A": "1", "b": "2", "a": "3"]
        #expect(headers["a"] == "1")
        #expect(headers.values(of: "A") == ["1", "3"])
        headers["a"] = "4"
        #expect(headers.fields.map(\.value) == ["2", "4"])
        headers["B"] = nil
        headers.add("Connection", "keep-alive,  Upgrade ")
        #expect(headers.contains(token: "upgrade", in: "connection"))
        #expect(!headers.contains(token: "close", in: "connection"))
    }
}
