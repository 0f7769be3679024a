import Foundation
import Testing
import TestSupport
import YAMLLite

/// Whatever is done to a text, parsing it ends, within bounds, with either a document or a problem.
@Suite struct MutationTests {
    static func check(_ bytes: [UInt8]) {
        let result = parse(bytes)
        for problem in result.problems {
            let place = problem.position
            #expect(
                place.offset <= bytes.count && place.line >= 1 && place.column >= 1, "\(problem) \(bytes)")
        }
        if result.problems.isEmpty { _ = result.root.map { meaning($0) } }
    }

    @Test(arguments: try! Corpus.files())
    func `a text cut off anywhere does no harm`(file: Corpus.File) {
        for count in 0..<min(file.text.count, LongTests.count(1_000, long: 3_000)) {
            Self.check(Array(file.text.prefix(count)))
        }
    }

    @Test(arguments: try! Corpus.files())
    func `a text with bytes changed, removed and inserted does no harm`(file: Corpus.File) {
        var random = SeededGenerator(seed: UInt64(file.text.count))
        let interesting =
            Array("\"'[]{}:,-?#|>&*!%@\\\n\r\t  .~0".utf8) + [0, 0x7F, 0x85, 0xC3, 0xE2, 0xEF, 0xF0, 0xFF]
        for _ in 0..<LongTests.count(150, long: 2_000) {
            var bytes = file.text
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                let byte = interesting.randomElement(using: &random)!
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[index] = byte
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(byte, at: index)
                default: bytes.insert(contentsOf: bytes[index..<min(index + 9, bytes.count)], at: index)
                }
            }
            Self.check(bytes)
        }
    }

    @Test func `random bytes do no harm`() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let count = Int.random(in: 0..<64, using: &random)
            Self.check((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
    }
}
