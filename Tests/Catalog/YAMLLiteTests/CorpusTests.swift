import Foundation
import Testing
import YAMLLite

/// Accepted texts beside what another parser of YAML 1.2 makes of them: `Corpus/*.yaml` and `*.json`, written and verified
/// by `Tests/Integration/yaml_meaning.py` with `ruamel.yaml`.
enum Corpus {
    struct File: CustomTestStringConvertible, Sendable {
        var name: String
        var text: [UInt8]
        var expected: Data
        var testDescription: String { name }
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

    static func files() throws -> [File] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "yaml" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { url in
                File(
                    name: url.lastPathComponent, text: [UInt8](try Data(contentsOf: url)),
                    expected: try Data(contentsOf: url.deletingPathExtension().appendingPathExtension("json"))
                )
            }
    }
}

@Suite struct CorpusTests {
    @Test func `there is a corpus`() throws {
        #expect(try Corpus.files().count >= 12)
    }

    @Test(arguments: try! Corpus.files())
    func `a file of the corpus means what another parser says`(file: Corpus.File) throws {
        let result = parse(file.text)
        #expect(result.problems.isEmpty)
        let expected = try JSONSerialization.jsonObject(with: file.expected, options: .fragmentsAllowed)
        #expect(differences(expected, result.root, at: file.name) == [])
    }

    @Test func `each of many generated texts means what two other parsers say`() throws {
        let data = try Data(contentsOf: Corpus.folder.appending(path: "generated.json"))
        let examples = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        #expect(examples.count >= 300)
        for example in examples {
            let text = try #require(example["text"] as? String)
            let result = parsed(text)
            #expect(result.problems.isEmpty, "\(text)")
            #expect(differences(example["meaning"] as Any, result.root, at: text) == [])
        }
    }
}

/// Where a node is not what the JSON says. Numbers are objects in it, so that their kind is certain: `{"$integer": "12"}`,
/// `{"$double": "0.5"}`.
private func differences(_ expected: Any, _ node: Node?, at path: String) -> [String] {
    guard let node else { return ["\(path): nothing"] }
    switch node.content {
    case .sequence(let elements):
        guard let list = expected as? [Any], list.count == elements.count else {
            return ["\(path): \(expected)"]
        }
        return elements.indices.flatMap { differences(list[$0], elements[$0], at: "\(path)[\($0)]") }
    case .mapping(let entries):
        guard let object = expected as? [String: Any], object.count == entries.count else {
            return ["\(path): \(expected)"]
        }
        return entries.flatMap { entry -> [String] in
            guard let value = object[entry.keyText] else { return ["\(path): no key \(entry.keyText)"] }
            return differences(value, entry.value, at: "\(path).\(entry.keyText)")
        }
    case .scalar(let scalar):
        return isEqual(expected, scalar) ? [] : ["\(path): \(expected) is not \(scalar)"]
    }
}

private func isEqual(_ expected: Any, _ scalar: Scalar) -> Bool {
    switch scalar.value {
    case .null: expected is NSNull
    case .bool(let value): (expected as? Bool) == value
    case .integer(let value): (expected as? [String: String]) == ["$integer": "\(value)"]
    case .bigInteger: (expected as? [String: String]) == ["$integer": scalar.text]
    case .double(let value):
        (expected as? [String: String])?["$double"].flatMap(Double.init).map { same($0, value) } ?? false
    // Not by `==`, which takes canonically equivalent texts for equal.
    case .string: (expected as? String).map { Array($0.utf8) == Array(scalar.text.utf8) } ?? false
    }
}

private func same(_ first: Double, _ second: Double) -> Bool {
    first.isNaN ? second.isNaN : first.bitPattern == second.bitPattern
}
