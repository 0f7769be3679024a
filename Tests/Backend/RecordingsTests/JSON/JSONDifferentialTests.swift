import Foundation
import Recordings
import Testing
import TestSupport

/// The scanner beside Foundation's, which nobody here wrote.
///
/// Known differences, which the comparison takes into account:
/// - Foundation refuses numbers that no double holds (`1e400`); the scanner leaves a number's size to those who read it.
/// - Foundation's doubles may be wrong in the last of their digits; the scanner's are the nearest ones.
/// - Foundation takes text in UTF-16 and UTF-32, and a byte order mark; the scanner takes UTF-8 only.
/// - Foundation nests 512 deep, the scanner 64.
/// - Foundation takes a comma after the last element or member; the scanner does not, because JSON has none there.
@Suite struct JSONDifferentialTests {
    @Test func `generated and mutated texts get Foundation's verdict and values`() throws {
        var generator = SeededGenerator(seed: 20)
        var sound = 0
        var flawed = 0
        let rounds = LongTests.count(6_000, long: 60_000)
        for _ in 0..<rounds {
            var bytes = Array(Self.value(depth: 0, &generator).utf8)
            if generator.next() % 3 > 0 { Self.mutate(&bytes, &generator) }
            let expected = Self.foundation(bytes)
            let actual = Self.scanned(bytes)
            if Self.isKnownDifference(bytes, actual) { continue }
            let shown = String(decoding: bytes, as: UTF8.self)
            #expect((expected == nil) == (actual == nil), "\(shown)")
            guard let expected, let actual else {
                flawed += 1
                continue
            }
            sound += 1
            #expect(expected == actual, "\(shown)")
        }
        // So that the comparison is one of both kinds.
        #expect(sound > rounds / 6)
        #expect(flawed > rounds / 6)
    }

    // MARK: The two verdicts

    /// A value as either of them reads it.
    private indirect enum Value: Equatable {
        case null
        case bool(Bool)
        case number(Double)
        case string([UInt8])
        case array([Value])
        case object([[UInt8]: Value])

        static func == (first: Value, second: Value) -> Bool {
            switch (first, second) {
            case (.null, .null): true
            case (.bool(let first), .bool(let second)): first == second
            case (.number(let first), .number(let second)):
                first == second || abs(first - second) <= abs(first) * 1e-14
            case (.string(let first), .string(let second)): first == second
            case (.array(let first), .array(let second)): first == second
            case (.object(let first), .object(let second)): first == second
            default: false
            }
        }
    }

    /// What Foundation reads; nil if it refuses the text.
    private static func foundation(_ bytes: [UInt8]) -> Value? {
        guard let value = try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
        else {
            return nil
        }
        return read(value)
    }

    private static func read(_ value: Any) -> Value? {
        switch value {
        case is NSNull: return .null
        case let text as String: return .string(Array(text.utf8))
        case let list as [Any]: return .array(list.compactMap(read))
        case let object as [String: Any]:
            return .object(
                Dictionary(uniqueKeysWithValues: object.map { (Array($0.key.utf8), read($0.value) ?? .null) })
            )
        case let number as NSNumber:
            let isBool = String(cString: number.objCType) == "c"
            return isBool ? .bool(number.boolValue) : .number(number.doubleValue)
        default: return nil
        }
    }

    /// What the scanner reads; nil if it refuses the text.
    private static func scanned(_ bytes: [UInt8]) -> Value? {
        var scanner = JSONScanner()
        return bytes.withUnsafeBufferPointer { text in
            guard (try? scanner.scan(text)) != nil else { return nil }
            return read(0, scanner.nodes, text)
        }
    }

    private static func read(
        _ index: Int, _ nodes: UnsafeMutablePointer<JSONNode>, _ text: UnsafeBufferPointer<UInt8>
    ) -> Value {
        let node = nodes[index]
        let bytes = UnsafeBufferPointer(rebasing: text[Int(node.start)..<Int(node.start + node.length)])
        var inner = index + 1
        switch node.kind {
        case .null: return .null
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .integer, .number: return .number(JSONText.double(bytes))
        case .string, .key: return .string(Array(JSONText.string(bytes, hasEscapes: node.hasEscapes).utf8))
        case .array:
            var elements: [Value] = []
            while inner < Int(node.next) {
                elements.append(read(inner, nodes, text))
                inner = Int(nodes[inner].next)
            }
            return .array(elements)
        case .object:
            var members: [[UInt8]: Value] = [:]
            while inner < Int(node.next) {
                if case .string(let key) = read(inner, nodes, text) {
                    members[key] = read(inner + 1, nodes, text)
                }
                inner = Int(nodes[inner + 1].next)
            }
            return .object(members)
        }
    }

    /// Whether something in it is too large for a double.
    private static func hasInfinity(_ value: Value) -> Bool {
        switch value {
        case .number(let number): !number.isFinite
        case .array(let elements): elements.contains(where: hasInfinity)
        case .object(let members): members.values.contains(where: hasInfinity)
        default: false
        }
    }

    private static func isKnownDifference(_ bytes: [UInt8], _ actual: Value?) -> Bool {
        if let actual, hasInfinity(actual) { return true }
        if bytes.prefix(4).contains(0) || bytes.starts(with: [0xEF, 0xBB, 0xBF])
            || bytes.starts(with: [0xFE, 0xFF])
            || bytes.starts(with: [0xFF, 0xFE])
        {
            return true
        }
        return actual == nil && hasTrailingComma(bytes)
    }

    /// Whether a closing bracket follows a comma.
    private static func hasTrailingComma(_ bytes: [UInt8]) -> Bool {
        let visible = bytes.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return zip(visible, visible.dropFirst()).contains { first, second in
            first == UInt8(ascii: ",") && (second == UInt8(ascii: "]") || second == UInt8(ascii: "}"))
        }
    }

    // MARK: Texts

    private static func value(depth: Int, _ generator: inout SeededGenerator) -> String {
        let space = ["", "", "", " ", "\t", "\r\n"].randomElement(using: &generator) ?? ""
        let value: String
        switch generator.next() % (depth < 4 ? 10 : 7) {
        case 0: value = ["true", "false", "null"].randomElement(using: &generator) ?? "null"
        case 1: value = String(Int64(bitPattern: generator.next()) >> Int64(generator.next() % 60))
        case 2: value = String(Double(Int64(bitPattern: generator.next()) >> 20) / 1024)
        case 3: value = "\(generator.next() % 1000)e\(Int(generator.next() % 80) - 40)"
        case 4, 5, 6: value = string(&generator)
        case 7, 8:
            var members: [String] = []
            for number in 0..<(generator.next() % 5) {
                members.append("\"k\(number)\"\(space):" + self.value(depth: depth + 1, &generator))
            }
            value = "{" + members.joined(separator: ",") + "}"
        default:
            let elements = (0..<(generator.next() % 5)).map { _ in self.value(depth: depth + 1, &generator) }
            value = "[" + elements.joined(separator: ",") + "]"
        }
        return space + value + space
    }

    private static func string(_ generator: inout SeededGenerator) -> String {
        let parts = [
            "a", "bc", "é", "€", "😀", #"\n"#, #"\""#, #"\\"#, #"\/"#, #"\u0041"#, #"\u00e9"#,
            #"\uD83D\uDE00"#, " ", "0123456789",
        ]
        return "\""
            + (0..<(generator.next() % 12)).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
            + "\""
    }

    static func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        for _ in 0..<(1 + generator.next() % 2) where !bytes.isEmpty {
            let index = Int(generator.next() % UInt64(bytes.count))
            switch generator.next() % 5 {
            case 0: bytes[index] = UInt8(truncatingIfNeeded: generator.next())
            case 1: bytes.remove(at: index)
            case 2:
                bytes.insert(
                    Array("{}[],:\"\\0-.eE+ut".utf8).randomElement(using: &generator) ?? 0, at: index)
            case 3: bytes.removeSubrange(index...)
            default: bytes.insert(bytes[index], at: index)
            }
        }
    }
}
