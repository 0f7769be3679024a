import CatalogModel
import Testing
import TestSupport

@testable import CatalogFormatting
@testable import YAMLLite

/// What holds for every text: formatting twice is formatting once, nothing means anything else, and no comment is lost.
@Suite struct `Properties of formatting` {
    /// Checks all three, with the text's own comments counted by the reader of the formatter.
    private func check(_ source: CatalogSource) throws {
        let result = parse(source.bytes)
        guard result.problems.isEmpty, let root = result.root else { return }
        guard case .success(let text) = CatalogFormatter.format(source) else {
            Issue.record(
                "\(source.path) has no canonical form:\n\(String(decoding: source.bytes, as: UTF8.self))")
            return
        }
        let again = parse(Array(text.utf8))
        let written = try #require(again.root)
        #expect(Verification.isSame(root, written))
        guard root.scalar == nil else { return }
        #expect(formatted(text) == text, "formatted twice: \(source.path)")
        #expect(!text.split(separator: "\n", omittingEmptySubsequences: false).contains { $0.last == " " })
    }

    @Test func `the project's own catalog is formatted`() throws {
        let sources = try files(in: "schema")
        #expect(sources.count > 5)
        for source in sources { try check(source) }
        let results = [
            CatalogLoader.load(sources),
            CatalogLoader.load(
                sources.map { source in
                    CatalogSource(
                        path: source.path, text: formatted(String(decoding: source.bytes, as: UTF8.self)))
                }),
        ]
        let catalogs = try results.map { try #require($0.catalog) }
        #expect(catalogs[0].events.map(\.name) == catalogs[1].events.map(\.name))
        #expect(
            catalogs[0].events.map { $0.properties.map(\.name) }
                == catalogs[1].events.map { $0.properties.map(\.name) })
    }

    @Test func `every accepted text of the corpus is formatted`() throws {
        let sources = try files(in: "Tests/Catalog/YAMLLiteTests/Corpus").filter {
            $0.path.hasSuffix(".yaml")
        }
        #expect(sources.count > 10)
        for source in sources { try check(source) }
    }

    @Test(arguments: 0..<LongTests.count(8, long: 48))
    func `texts of all kinds are formatted`(seed: Int) throws {
        var accepted = 0
        for number in 0..<50 {
            var writer = RandomText(seed: UInt64(seed * 1000 + number))
            let text = writer.document()
            let result = parse(Array(text.utf8))
            #expect(result.problems.isEmpty, "\(result.problems)\n\(text)")
            if !result.problems.isEmpty { continue }
            accepted += 1
            try check(CatalogSource(path: "seed \(seed * 1000 + number)", text: text))
            // Every comment's text is there as often as it was written, told by nothing but its letters.
            let output = formatted(text)
            for comment in writer.comments {
                #expect(output.components(of: comment) == 1, "\(comment)\n\(text)\n\(output)")
            }
        }
        #expect(accepted == 50)
    }

    @Test(arguments: 0..<LongTests.count(6, long: 40))
    func `texts with a byte changed are formatted or refused`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let sources =
            try files(in: "schema")
            + files(in: "Tests/Catalog/YAMLLiteTests/Corpus").filter {
                $0.path.hasSuffix(".yaml") && $0.bytes.count < 10_000
            }
        for source in sources {
            var bytes = source.bytes
            guard !bytes.isEmpty else { continue }
            for _ in 0..<3 {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                bytes[index] = Array(" \n#:-[]{},\"'|>&*a1\t\\".utf8).randomElement(using: &random) ?? 0x20
                try check(CatalogSource(path: "\(source.path), seed \(seed)", bytes: bytes))
            }
        }
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int {
        ranges(of: text).count
    }
}
