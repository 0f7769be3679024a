import Foundation
import TestSupport
import Testing

extension PluginTests {
    /// One package through the life of its catalog. The steps depend on each other, for each costs a build.
    @Test(arguments: BuildSystem.tested)
    func `a package of one's own follows its catalog`(system: BuildSystem) async throws {
        let client = try await ClientPackage(system)
        let sources = client.folder.listing

        // The first build.
        let first = try await client.swift("build")
        try #require(first.status == 0, "\(first.text)")
        #expect(ClientPackage.warnings(in: first.text).isEmpty)
        #expect(!first.text.contains("unhandled"), "\(first.text)")
        let run = try await client.swift("run", "--skip-build", "App")
        #expect(
            run.text.contains("request_completed default inner_happened request_completed"), "\(run.text)")
        let outputs = Set(client.generated.keys.map { $0.split(separator: "/").last.map(String.init) ?? "" })
        #expect(
            outputs == ["catalog.signals.swift", "http+requests.signals.swift", "inner.signals.swift"])

        // Nothing changed: the tool does not run, nothing is compiled. The build in between is SwiftPM's: it links the
        // tools of plugins once more in the second build of a new scratch folder (seen with 6.3).
        let objects = client.objects(of: "App")
        let generated = client.generated
        #expect(!objects.isEmpty)
        _ = try await client.swift("build")
        let unchanged = try await client.swift("build")
        #expect(unchanged.status == 0)
        #expect(!unchanged.text.contains("Generating signals"), "\(unchanged.text)")
        #expect(client.generated == generated)
        #expect(client.objects(of: "App") == objects)

        // The same content written again: nothing is written, nothing is compiled.
        try client.folder.write("catalogs/of the app/http/requests.yaml", ClientPackage.requests)
        #expect(try await client.swift("build").status == 0)
        #expect(client.generated == generated)
        #expect(client.objects(of: "App") == objects)

        // Two broken files: every error in its place, and again for whoever builds again.
        try client.folder.write(
            "catalogs/of the app/http/requests.yaml",
            ClientPackage.requests.replacing("description: A request", with: "descripton: A request"))
        try client.folder.write(
            "catalogs/of the app/catalog.yaml",
            ClientPackage.catalog.replacing("handling: hash", with: "handling: hush"))
        for _ in 1...2 {
            let broken = try await client.swift("build")
            #expect(broken.status != 0)
            for place in ["schema/http/requests.yaml:3:5: error: ", "schema/catalog.yaml:3:"] {
                #expect(broken.text.contains(client.folder.file(place)), "\(broken.text)")
            }
            #expect(broken.text.contains("[unknown-key]"), "\(broken.text)")
        }

        // Mended: the last good outputs still hold, so nothing is compiled.
        try client.folder.write("catalogs/of the app/http/requests.yaml", ClientPackage.requests)
        try client.folder.write("catalogs/of the app/catalog.yaml", ClientPackage.catalog)
        let mended = try await client.swift("build")
        #expect(mended.status == 0, "\(mended.text)")
        #expect(client.generated == generated)

        // A file more, then a file less. The native build system does not plan anew by itself, so the build says what to do.
        let manifest = try #require(client.folder.read("Package.swift"))
        try client.folder.write("catalogs/of the app/added.yaml", "events: { added: { description: A. } }\n")
        try client.folder.write(
            "Sources/App/main.swift", ClientPackage.main(extra: "Telemetry.track(.added())"))
        if system == .native {
            let unplanned = try await client.swift("build")
            #expect(unplanned.status != 0)
            #expect(
                unplanned.text.contains(client.folder.file("schema/added.yaml:1:1: error: ")),
                "\(unplanned.text)")
            #expect(unplanned.text.contains("touch Package.swift"), "\(unplanned.text)")
            try client.folder.write("Package.swift", manifest)
        }
        let added = try await client.swift("build")
        #expect(added.status == 0, "\(added.text)")
        try client.folder.remove("catalogs/of the app/added.yaml")
        try client.folder.write("Sources/App/main.swift", ClientPackage.main(extra: ""))
        try client.folder.write("Package.swift", manifest)
        let removed = try await client.swift("build")
        #expect(removed.status == 0, "\(removed.text)")
        #expect(!client.generated.keys.contains { $0.hasSuffix("added.signals.swift") })
        #expect(!client.folder.listing.contains { $0.hasSuffix(".resources") || $0.hasSuffix(".bundle") })

        // No catalog at all.
        try client.folder.remove("schema")
        try client.folder.write("Package.swift", manifest)
        let missing = try await client.swift("build")
        #expect(missing.status != 0)
        #expect(missing.text.contains("there is no signal catalog for \"App\""), "\(missing.text)")
        #expect(missing.text.contains(client.folder.file("Sources/App/schema")), "\(missing.text)")
        #expect(missing.text.contains(client.folder.file("schema")), "\(missing.text)")

        // Nothing was written beside what is in the scratch folder.
        let written = Set(client.folder.listing).subtracting(sources)
        #expect(written.subtracting(["Package.resolved"]).isEmpty)
    }
}
