import Foundation
import Testing

extension PluginTests {
    @Test func `generated code can be committed and checked`() async throws {
        let client = try ClientPackage(.native)
        // SwiftPM asks for the permission before it looks at what is asked of the plugin.
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
}
