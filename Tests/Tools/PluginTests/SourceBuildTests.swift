import TestSupport
import Testing

/// A build of the tools and the runtime from their sources, beside the tests that use finished ones.
@Suite(.timeLimit(.minutes(60))) struct SourceBuildTests {
    /// The same package with the tools and the runtime compiled from their sources, as a user's first build does. The second build system
    /// builds all of this package from source, in CI.
    @Test(.enabled(if: BuildSystem.triesAll))
    func `a package of one's own builds everything from source`() async throws {
        let client = try await ClientPackage(.native, dependsOn: .source)
        let build = try await client.swift("build", "--disable-index-store", "-debug-info-format", "none")
        try #require(build.status == 0, "\(build.text)")
        #expect(ClientPackage.warnings(in: build.text).isEmpty)
        let run = try await client.swift("run", "--skip-build", "App")
        #expect(
            run.text.contains("request_completed default inner_happened request_completed"), "\(run.text)")
    }
}
