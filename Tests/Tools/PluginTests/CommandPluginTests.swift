import Foundation
import TestSupport
import Testing

extension PluginTests {
    @Test func `generated code can be committed and checked`() async throws {
        let client = try await ClientPackage(.native)
        // Needed where SwiftPM runs plugins in a sandbox.
        let allow = "--allow-writing-to-package-directory"
        let help = try await client.swift("package", allow, "signals", "--help")
        #expect(help.status == 0)
        #expect(help.text.contains("Usage: swift package"), "\(help.text)")

        let typo = try await client.swift("package", allow, "signals", "genrate")
        #expect(typo.status != 0)
        #expect(typo.text.contains("did you mean \"generate\"?"), "\(typo.text)")

        let stale = try await client.swift("package", allow, "signals", "generate", "--check")
        #expect(stale.status != 0)
        #expect(stale.text.contains("is missing [out-of-date]"), "\(stale.text)")
        #expect(!client.folder.listing.contains("Generated"))

        let written = try await client.swift("package", allow, "signals", "generate", "--output", "Made")
        #expect(written.status == 0, "\(written.text)")
        #expect(
            client.folder.read("Made/http+requests.signals.swift")?.contains("struct RequestCompleted")
                == true)
        let checked = try await client.swift(
            "package", allow, "signals", "generate", "--output=Made", "--check")
        #expect(checked.status == 0, "\(checked.text)")

        let target = try await client.swift("package", allow, "signals", "generate", "--target", "Inner")
        #expect(target.status == 0, "\(target.text)")
        #expect(client.folder.read("Generated/Swift/inner.signals.swift")?.contains("InnerHappened") == true)
        let other = try await client.swift("package", allow, "signals", "generate", "--target", "Iner")
        #expect(other.text.contains("did you mean \"Inner\"?"), "\(other.text)")
    }

    @Test func `what is not generate is done by sigbook for the catalogs that the build takes`() async throws
    {
        let client = try await ClientPackage(.native)
        let whole = try await client.swift("package", "signals", "check")
        #expect(whole.status == 0, "\(whole.text)")
        // Found in the package and in a target, and not where nothing is generated from it.
        #expect(whole.text.contains("schema/http/requests.yaml:"), "\(whole.text)")
        #expect(whole.text.contains("Sources/Inner/schema/inner.yaml:"), "\(whole.text)")
        #expect(!whole.text.contains("tables.json"), "\(whole.text)")
        let inner = try await client.swift("package", "signals", "check", "--target", "Inner")
        #expect(inner.text.contains("Sources/Inner/schema/inner.yaml:"), "\(inner.text)")
        #expect(!inner.text.contains("requests.yaml"), "\(inner.text)")
        let app = try await client.swift("package", "signals", "check", "--target=App")
        #expect(app.text.contains("schema/http/requests.yaml:"), "\(app.text)")
        #expect(!app.text.contains("inner.yaml"), "\(app.text)")
        let given = try await client.swift("package", "signals", "check", "--catalog", "Sources/Plain/schema")
        #expect(given.text.contains("Sources/Plain/schema/tables.json:1:"), "\(given.text)")
        let other = try await client.swift("package", "signals", "check", "--target", "Iner")
        #expect(other.text.contains("did you mean \"Inner\"?"), "\(other.text)")
        let both = try await client.swift(
            "package", "signals", "check", "--target", "Iner", "--catalog", "Sources/Plain/schema")
        #expect(both.status != 0)
        #expect(both.text.contains("--target and --catalog both say which catalog is meant"), "\(both.text)")
        let misused = try await client.swift("package", "signals", "check", "--nonsense")
        #expect(misused.status != 0)
        #expect(
            misused.text.components(separatedBy: "unknown option \"--nonsense\"").count == 2,
            "\(misused.text)")
        let docs = try await client.swift("package", "signals", "docs", "--output", "site")
        #expect(docs.status != 0)
        #expect(
            docs.text.contains("several catalogs, \"schema\", \"Sources/Inner/schema\"; choose one"),
            "\(docs.text)")

        try client.folder.write(
            "catalogs/of the app/http/requests.yaml", "events: { ping: { descripton: Alive. } }\n")
        let broken = try await client.swift("package", "signals", "check")
        #expect(broken.status != 0)
        #expect(
            broken.text.contains(
                """
                schema/http/requests.yaml:1:11: error: the event "ping" has no "description"
                """), "\(broken.text)")
        #expect(
            broken.text.contains("did you mean \"description\"? [unknown-key]\n"), "\(broken.text)")

        let annotated = try await client.swift("package", "signals", "check", "--format=github")
        #expect(
            annotated.text.contains("::error file=schema/http/requests.yaml,line=1,"), "\(annotated.text)")

        let typo = try await client.swift("package", "signals", "chekc")
        #expect(typo.status != 0)
        #expect(typo.text.contains("did you mean \"check\"?"), "\(typo.text)")
        #expect(typo.text.contains("64"), "SwiftPM names the exit code: \(typo.text)")
    }
}
