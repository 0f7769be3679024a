import Foundation
import TestSupport
import Testing

extension PluginTests {
    /// An app and two libraries, each with a catalog.
    @Test func `each event of a program carries its own catalog's context`() async throws {
        let package = try await CatalogsPackage()
        let log = package.folder.file("signals.jsonl")
        let outcome = try await package.run(environment: [
            "TELEMETRY_ENABLE_DEV_LOGGER": "true", "TELEMETRY_DEV_LOGGER_PATH": log,
            "TELEMETRY_HASH_KEY": "0123456789abcdef0123456789abcdef", "APP_REGION": "eu",
            "STORAGE_DISK": "fast",
        ])
        try #require(outcome.status == 0, "\(outcome.text)")
        #expect(outcome.text.contains("app shop ShopContext"), "\(outcome.text)")
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
        let records = try lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(
            records.map { "\($0["event"] ?? "") of \($0["catalog"] ?? "")" } == [
                "page_shown of app/1.0.0", "order_placed of shop/2.0.0", "row_written of storage/0.1.0",
                "page_shown of app/1.0.0", "order_placed of shop/2.0.0", "row_written of storage/0.1.0",
                "page_shown of app/1.0.0",
            ])
        func values(_ name: String) -> [String?] { records.map { $0[name] as? String } }
        // What two catalogs declare alike has the scope's value in the records of both.
        #expect(values("request_id") == [nil, nil, nil, "r1", "r1", nil, "r2"])
        let users = values("user_id")
        #expect(users[0] == "anonymous")
        #expect(users[3]?.contains(":") == true)
        #expect([users[5], users[6]] == [users[3], users[3]])
        // What they declare otherwise, or one of them not at all, stays with its catalog.
        #expect(values("region") == ["eu", "nowhere", nil, "eu", "nowhere", nil, "eu"])
        #expect(values("basket_id") == [nil, "b1", nil, nil, "b1", nil, nil])
        #expect(values("disk") == [nil, nil, "fast", nil, nil, "fast", nil])
        for (record, names) in zip(
            records,
            [
                ["user_id", "request_id", "region"], ["request_id", "basket_id", "region"],
                ["user_id", "disk"],
            ])
        {
            #expect(names.allSatisfy { record.keys.contains($0) })
        }
        #expect(records[1].keys.contains("user_id") == false)
        #expect(records[2].keys.contains("request_id") == false)
    }

    @Test(arguments: [
        // Without the plugin on the target, and with a catalog that has no context.
        nil, "catalog: { name: demo, version: 1.0.0 }\nevents: { ping: { description: Alive. } }\n",
    ])
    func `the compiler says what is missing where there is no context to open`(catalog: String?) async throws
    {
        let folder = try TemporaryFolder()
        try folder.write(
            "use.swift",
            """
            import Signalbook

            func synchronous() { SignalContext.with(userID: "ada", requestID: "r1") { print(1) } }
            func asynchronous() async { await SignalContext.with(userID: "ada") { await Task.yield() } }

            """)
        var files = ["use.swift"]
        if let catalog {
            try folder.write("schema/catalog.yaml", catalog)
            let tool = Repository.products.appending(path: "generate-signals").path(percentEncoded: false)
            let outcome = try await ChildProcess.run(
                [tool, "--output", ".", "schema/catalog.yaml"], in: folder.url)
            try #require(outcome.status == 0, "\(outcome.text)")
            files.append("catalog.signals.swift")
        }
        let modules = Repository.products.appending(path: "Modules").path(percentEncoded: false)
        let outcome = try await ChildProcess.run(
            ["swiftc", "-typecheck", "-swift-version", "6", "-I", modules] + files, in: folder.url)
        #expect(outcome.status != 0)
        let message =
            "this target has no 'SignalContext.with': give the target the plugin GenerateSignals, and its catalog a section 'context'"
        for place in ["use.swift:3:", "use.swift:4:"] {
            #expect(
                outcome.text.split(separator: "\n").contains { $0.contains(place) && $0.contains(message) },
                "\(outcome.text)")
        }
        #expect(!outcome.text.contains("failed to produce diagnostic"))
    }
}
