import Testing

/// The checks of ``ArchitectureTests`` find what they are there to find.
@Suite struct ArchitectureFindingTests {
    private func target(_ files: [String: String]) -> Target {
        Target(
            name: "Example", wing: "Examples",
            files: files.sorted { $0.key < $1.key }.map { SwiftFile(path: $0.key, text: $0.value) })
    }

    @Test func `an arrow that the table does not have is refused`() {
        #expect(House.objection(to: "CatalogModel", in: "Signalbook") != nil)
        #expect(House.objection(to: "SignalbookOTLP", in: "Signalbook") != nil)
        #expect(House.objection(to: "Signalbook", in: "SignalbookOTLP") == nil)
        #expect(House.objection(to: "YAMLLite", in: "SwiftEmitter") == nil)
    }

    @Test func `a circle of three folders is found, and a line of them is not`() {
        let line = [
            "A/One.swift": "struct One { var two: Two }", "B/Two.swift": "struct Two { var three: Three }",
        ]
        var files = line
        files["C/Three.swift"] = "struct Three {}"
        #expect(target(files).circles.isEmpty)
        files["C/Three.swift"] = "struct Three { func one() -> One? { nil } }"
        #expect(Set(target(files).circles.map(\.type)) == ["One", "Two", "Three"])
    }

    @Test func `a reference to a later folder is found`() {
        let files = ["A/One.swift": "struct One { var two: Two }", "B/Two.swift": "struct Two {}"]
        #expect(target(files).references(against: ["A", "B"]).map(\.type) == ["Two"])
        #expect(target(files).references(against: ["B", "A"]).isEmpty)
        #expect(target(files).references(against: ["B"]).map(\.type) == ["Two"])
    }

    @Test func `comments and strings are not references`() {
        let file = SwiftFile(
            path: "A/One.swift",
            text: """
                import Foundation
                package import struct Other.Thing
                /// Like ``Two``.
                struct One { let a = "Three \\" Four \\(Eight.self)"; let b = #"Five"#; /* Six */ let c: Seven }
                private enum Hidden { case x }
                """)
        #expect(file.imports == ["Foundation", "Other"])
        #expect(file.words.isSuperset(of: ["One", "Seven", "Eight", "Hidden"]))
        #expect(file.words.isDisjoint(with: ["Two", "Three", "Four", "Five", "Six"]))
        #expect(file.declarations.map(\.name) == ["One", "Hidden"])
        #expect(file.declarations.map(\.isPrivate) == [false, true])
    }

    @Test func `a long type in another's file is found, a short one is not`() {
        let long = "struct Long {\n" + String(repeating: "    // line\n", count: 20) + "}\n"
        #expect(
            target(["A/One.swift": "struct One {}\n" + long]).typesWithoutFile == [
                "One.swift: Long, 22 lines"
            ])
        #expect(target(["A/One.swift": "struct One {}\nstruct Short {\n}\n"]).typesWithoutFile.isEmpty)
        #expect(
            target(["A/One.swift": "private " + long, "A/Long+More.swift": long]).typesWithoutFile.isEmpty)
    }

    @Test func `types are found after attributes, before their brace and inside of conditions`() {
        let file = SwiftFile(
            path: "One.swift",
            text: """
                @available(macOS 15, *) public struct One:
                    Sendable
                {
                    struct Inner {}
                }
                #if canImport(Darwin)
                    final class Two {}
                #endif
                typealias Three = Int
                """)
        #expect(file.folder == ".")
        #expect(file.declarations.map(\.name) == ["One", "Two", "Three"])
        #expect(file.declarations.map(\.lineCount) == [5, 1, 1])
    }

    @Test func `a folder and one below it form a circle like any two`() {
        let files = [
            "A/One.swift": "struct One { var two: Two }",
            "A/B/Two.swift": "struct Two { func one(_: One) {} }",
        ]
        #expect(Set(target(files).circles.map(\.type)) == ["One", "Two"])
    }
}
