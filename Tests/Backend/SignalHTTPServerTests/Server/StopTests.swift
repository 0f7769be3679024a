import SignalHTTPServer
import Testing
import TestSupport

/// How the server ends.
@Suite(.timeLimit(.minutes(10))) struct StopTests {
    @Test func `a stopped server refuses connections`() async throws {
        let server = try serverOfItsOwnPort()
        let client = LoopbackClient(port: server.port)
        #expect(try await client.send(HTTPRequest("GET", "/")).status == 200)
        #expect(await server.stop(grace: .seconds(300)))
        await #expect(throws: SocketError.self) { try await client.send(HTTPRequest("GET", "/")) }
    }

    @Test func `idle connections do not hold up stopping`() async throws {
        var limits = LoopbackServer.Limits()
        limits.idle = .seconds(3600)
        let server = try LoopbackServer(limits: limits, handler: echo)
        let clients = (0..<10).map { _ in LoopbackClient(port: server.port) }
        for client in clients { #expect(try await client.send(HTTPRequest("GET", "/")).status == 200) }
        #expect(await server.stop(grace: .seconds(300)), "or the grace would have passed first")
    }

    @Test func `a request that is being served is answered before the server ends`() async throws {
        let (entered, enter) = AsyncStream.makeStream(of: Void.self)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        let server = try serverOfItsOwnPort { request in
            guard request.target == "/slow" else { return .text(200, "at once") }
            enter.yield()
            for await _ in released { break }
            return .text(200, "late")
        }
        let port = server.port
        let client = LoopbackClient(port: port)
        async let response = client.send(HTTPRequest("GET", "/slow"))
        for await _ in entered { break }
        async let isClean = server.stop(grace: .seconds(300))
        // The server stops as soon as it refuses a new connection, or answers it 503.
        while let other = try? await LoopbackClient(port: port).send(HTTPRequest("GET", "/")),
            other.status == 200
        {
            try await Task.sleep(for: .milliseconds(1))
        }
        release.yield()
        #expect(try await text(response) == "late")
        #expect(await isClean)
    }

    @Test func `a handler that never returns is given up`() async throws {
        let (entered, enter) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer { _ in
            enter.yield()
            // Deaf to cancellation, as the worst handler is.
            await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
            return .text(200, "never")
        }
        let client = LoopbackClient(port: server.port)
        let response = Task { try await client.send(HTTPRequest("GET", "/")) }
        for await _ in entered { break }
        #expect(await server.stop(grace: .milliseconds(20)) == false)
        await #expect(throws: (any Error).self) { try await response.value }
    }

    @Test func `one connection more than allowed is answered 503`() async throws {
        try await LoopbackServer.run(limits: oneConnection, handler: echo) { server in
            let first = LoopbackClient(port: server.port)
            let before = try await first.send(HTTPRequest("GET", "/"))
            let second = try await LoopbackClient(port: server.port).send(raw: "")
            let after = try await first.send(HTTPRequest("GET", "/"))
            #expect(before.status == 200)
            #expect(second.hasPrefix("HTTP/1.1 503 "))
            #expect(after.status == 200)
        }
    }

    @Test func `a port that is taken is said to be so`() async throws {
        try await LoopbackServer.run(handler: echo) { server in
            #expect(throws: SocketError.self) { try LoopbackServer(port: server.port, handler: echo) }
        }
    }

    @Test func `stopping and asking at the same time never hangs`() async throws {
        for _ in 0..<50 {
            let server = try serverOfItsOwnPort()
            let port = server.port
            let answers = try await inTask {
                await withTaskGroup(of: [HTTPResponse].self) { group in
                    for _ in 0..<4 {
                        group.addTask {
                            let client = LoopbackClient(port: port)
                            var answers: [HTTPResponse] = []
                            while answers.count < 20,
                                let answer = try? await client.send(HTTPRequest("GET", "/"))
                            {
                                answers.append(answer)
                            }
                            return answers
                        }
                    }
                    group.addTask {
                        _ = await server.stop()
                        return []
                    }
                    return await group.reduce(into: []) { $0 += $1 }
                }
            }
            // Each is whole: the echo, or that the server is stopping.
            #expect(answers.allSatisfy { $0.status == 200 || $0.status == 503 })
            await #expect(throws: SocketError.self) {
                try await LoopbackClient(port: port).send(HTTPRequest("GET", "/"))
            }
        }
    }
}
