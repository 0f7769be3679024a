import Foundation
import TestSupport
import Testing

/// The sources keep to the table of the architecture (``House``).
@Suite struct ArchitectureTests {
    private static let targets = Set(Target.all.map(\.name))

    @Test func `every folder of a wing is a target of the table, and every target has its folder`() {
        let found = Target.all.map { "\($0.wing)/\($0.name)" }
        let expected = House.wings.flatMap { wing in wing.targets.map { "\(wing.name)/\($0)" } }
        #expect(Set(found) == Set(expected))
        #expect(Target.all.filter { $0.name != "CZlib" && $0.files.isEmpty }.map(\.name) == [])
    }

    @Test func `a target imports only what the table lets it`() {
        var imports = 0
        for target in Target.all {
            for file in target.files {
                for module in file.imports where Self.targets.contains(module) {
                    imports += 1
                    let objection = House.objection(to: module, in: target.name)
                    #expect(
                        objection == nil, "\(target.wing)/\(target.name)/\(file.folder)/\(file.name).swift")
                }
            }
        }
        #expect(imports > 500)
    }

    @Test(arguments: Target.all.map(\.name))
    func `the folders of a target form no circle`(name: String) throws {
        let target = try #require(Target.all.first { $0.name == name })
        #expect(target.circles == [])
    }

    @Test(arguments: House.folders.keys.sorted())
    func `the folders of a target keep to their order`(name: String) throws {
        let target = try #require(Target.all.first { $0.name == name })
        let order = try #require(House.folders[name])
        #expect(target.references.count > 50)
        #expect(Set(target.files.map(\.folder)).subtracting(["."]) == Set(order))
        #expect(target.references(against: order) == [])
    }

    @Test func `what every build compiles first imports no Foundation`() throws {
        // The generator and all that it imports.
        var cone: Set = ["generate-signals"]
        var open = ["generate-signals"]
        while let name = open.popLast() {
            let target = try #require(Target.all.first { $0.name == name })
            for module in target.imports.intersection(Self.targets) where cone.insert(module).inserted {
                open.append(module)
            }
        }
        #expect(cone.isSuperset(of: ["SignalVocabulary", "YAMLLite", "CatalogModel", "SwiftEmitter"]))
        for target in Target.all where cone.contains(target.name) {
            let foundations = target.imports.filter { $0.hasPrefix("Foundation") }
            #expect(foundations == [], "\(target.name)")
        }
    }

    @Test(arguments: Target.all.map(\.name) + Target.tests.map(\.name))
    func `the manifest names what a target imports, and nothing else`(name: String) throws {
        let target = try #require((Target.all + Target.tests).first { $0.name == name })
        let declared = try #require(Manifest.shared.dependencies[name])
        #expect(target.imports.intersection(Self.targets.union(["TestSupport"])) == declared)
    }

    @Test(arguments: Target.all.map(\.name))
    func `a type has a file with its name`(name: String) throws {
        let target = try #require(Target.all.first { $0.name == name })
        #expect(target.typesWithoutFile == [])
    }

    /// A catalog's Swift type may not have the name of a type of the runtime.
    @Test func `the catalog language knows the runtime's public types`() throws {
        let sources = Repository.folder.appending(path: "Sources")
        let names = "Catalog/CatalogModel/Names/SwiftNames+Reserved.swift"
        let reserved = try String(contentsOf: sources.appending(path: names), encoding: .utf8)
        for folder in ["Runtime/Signalbook", "Vocabulary/SignalVocabulary"] {
            let folder = sources.appending(path: folder)
            for path in try FileManager.default.subpathsOfDirectory(
                atPath: folder.path(percentEncoded: false))
            where path.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                for match in text.matches(
                    of: /(?m)^public (?:final class|actor|struct|enum|protocol) (\w+)/)
                where !match.1.hasPrefix("GeneratedCodeFormat") {
                    #expect(reserved.contains("\"\(match.1)\""), "\(path)")
                }
            }
        }
    }

    /// Tracking casts a task's telemetry to `Telemetry` without a check (`ContextScope.Header.borrowedTelemetry`).
    @Test func `nothing but Telemetry is a task's telemetry`() throws {
        let folder = Repository.folder.appending(path: "Sources/Runtime")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
        var adopters: [Substring] = []
        for path in paths where path.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            let code = SwiftCode(of: text).text
            for match in code.matches(
                of: /(?:class|actor|extension|protocol)\s+(\w+)[^{]*[:,&]\s*TaskTelemetry\b/)
            {
                adopters.append(match.1)
            }
        }
        #expect(adopters == ["Telemetry"])
    }
}
