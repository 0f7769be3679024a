import Testing

@testable import Signalbook

/// An app's catalog and a library's in one process.
@Suite struct SeveralCatalogsTests {
    private func tracked(
        configure: (inout Configuration) -> Void = { _ in }, _ body: (Telemetry) async throws -> Void
    ) async throws -> [RecordedSignal] {
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter, configure: configure)
        try await body(telemetry)
        await telemetry.flush(timeout: .seconds(300))
        return exporter.signals
    }

    @Test func `each record carries its own catalog's name and context`() async throws {
        let signals = try await tracked { telemetry in
            telemetry.track(.counted(1))
            telemetry.track(LibraryWorked())
            telemetry.track(.counted(2))
        }
        #expect(signals.map(\.catalog) == ["sample/2.1.0", "library/0.3.0", "sample/2.1.0"])
        #expect(signals[0].attributeNames == ["user_id", "session_id", "app_id", "request_id", "number"])
        #expect(signals[1].attributeNames == ["job", "request_id", "session_id", "user_id", "steps"])
        #expect(signals[1]["job"] == "none")
        #expect(signals[1]["user_id"] == "nobody")
        #expect(signals[0]["user_id"] == "anonymous")
    }

    @Test
    func `a library's event takes from an app's scope what its catalog declares alike, and nothing else`()
        async throws
    {
        let context = SampleContext(userID: "ada", sessionID: "s1", requestID: "r1")
        let signals = try await tracked { telemetry in
            telemetry.withContext(context) {
                telemetry.track(.counted(1))
                telemetry.track(LibraryWorked())
            }
            telemetry.track(LibraryWorked())
        }
        let (app, library, outside) = (signals[0], signals[1], signals[2])
        #expect(app["user_id"]?.stringValue?.hasPrefix("k1:") == true)
        #expect(library["user_id"] == app["user_id"])
        #expect(library["request_id"] == "r1")
        #expect(app["session_id"] == "s1")
        #expect(library["session_id"]?.isNull == true)
        #expect(library.attributeNames == ["job", "request_id", "session_id", "user_id", "steps"])
        #expect(outside["request_id"]?.isNull == true)
    }

    @Test func `a library's scope gives an app's events what both declare alike, on top of the app's`()
        async throws
    {
        let signals = try await tracked { telemetry in
            telemetry.withContext(SampleContext(sessionID: "s1", requestID: "r1")) {
                telemetry.withContext(LibraryContext(job: "j1", requestID: "r2")) {
                    telemetry.track(.counted(1))
                    telemetry.track(LibraryWorked())
                    telemetry.withContext(SampleContext(userID: "ada")) {
                        telemetry.track(.counted(2))
                        telemetry.track(LibraryWorked())
                    }
                }
                telemetry.track(.counted(3))
            }
        }
        #expect(signals.map { $0["request_id"] } == ["r2", "r2", "r2", "r2", "r1"])
        #expect(signals.map { $0["job"] } == [nil, "j1", nil, "j1", nil])
        #expect(signals.map { $0["session_id"]?.stringValue } == ["s1", nil, "s1", nil, "s1"])
        let users = signals.map { $0["user_id"]?.stringValue?.hasPrefix("k1:") == true }
        #expect(users == [false, false, true, true, false])
    }

    @Test func `a catalog's variables and what is configured for its properties count for its records`()
        async throws
    {
        let environment = ["LIBRARY_JOB": "nightly", "TELEMETRY_APP_ID": "api"]
        func configured(_ change: (inout Configuration) -> Void) async throws -> RecordedSignal {
            var (configuration, _) = Configuration.load(
                environment: environment, contextVariables: ["TELEMETRY_APP_ID": "app_id"])
            change(&configuration)
            let (context, variable) = (configuration.context, configuration.variable)
            let signals = try await tracked {
                $0.context = context
                $0.variable = variable
            } _: {
                $0.track(LibraryWorked())
            }
            return try #require(signals.first)
        }
        #expect(try await configured { _ in }["job"] == "nightly")
        #expect(try await configured { $0.context["job"] = "by hand" }["job"] == "by hand")
        // The app's catalog declares it as well, without the handling.
        #expect(try await configured { $0.context["session_id"] = "s1" }["session_id"]?.isNull == true)
        #expect(
            try await configured { $0.context["user_id"] = "ada" }["user_id"]?.stringValue?.hasPrefix("k1:")
                == true)
    }

    @Test func `the events of a request are kept or dropped together, whatever catalog they are of`()
        async throws
    {
        let signals = try await tracked { telemetry in
            for number in 0..<200 {
                telemetry.withContext(SampleContext(requestID: "r\(number)")) {
                    telemetry.track(Halved())
                    telemetry.track(LibraryHalved())
                }
            }
        }
        let app = signals.filter { $0.catalog == "sample/2.1.0" }.map { $0["request_id"] }
        let library = signals.filter { $0.catalog == "library/0.3.0" }.map { $0["request_id"] }
        #expect(app == library)
        #expect((50...150).contains(app.count))
    }

    @Test func `catalogs that come at once from many threads are known once each`() async throws {
        let exporter = InMemoryExporter()
        let telemetry = makeTelemetry(exporter: exporter)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<50 {
                        telemetry.track(LibraryWorked())
                        telemetry.withContext(LibraryContext(job: "j")) { telemetry.track(.counted(1)) }
                    }
                }
            }
        }
        await telemetry.flush(timeout: .seconds(300))
        #expect(exporter.signals.count == 800)
        #expect(KnownCatalog.of(LibraryCatalog.self) === KnownCatalog.of(LibraryCatalog.self))
        let name = Array("library/0.3.0".utf8)
        #expect(
            name.withUnsafeBufferPointer { KnownCatalog.named($0) } === KnownCatalog.of(LibraryCatalog.self))
    }
}
