import Foundation
import SignalTransport
import Testing
import TestSupport

/// A compressor; throws where there is no memory for it.
func makeCompressor(level: Int = 1) throws -> GzipCompressor {
    guard let compressor = GzipCompressor(level: level) else { throw POSIXError(.ENOMEM) }
    return compressor
}

/// The bytes, compressed; throws where there is no memory for it.
func compress(_ bytes: [UInt8], with compressor: inout GzipCompressor) throws -> [UInt8] {
    guard let result = bytes.withUnsafeBytes({ compressor.compress($0) }) else { throw POSIXError(.ENOMEM) }
    return Array(result)
}

@Suite struct GzipTests {
    @Test(arguments: [1, 6, 9])
    func `what is compressed comes back, body after body`(level: Int) throws {
        var compressor = try makeCompressor(level: level)
        var generator = SeededGenerator(seed: 7)
        for size in [0, 1, 100, 65_536, 1_000_000] {
            let noise = (0..<(size / 8 + 1)).flatMap { _ in
                withUnsafeBytes(of: generator.next()) { Array($0) }
            }.prefix(size)
            let text = (0..<size).map { UInt8(truncatingIfNeeded: $0 / 97) }
            for body in [Array(noise), text] {
                let compressed = try compress(body, with: &compressor)
                #expect(gunzip(compressed, maximumSize: body.count) == body)
            }
        }
    }

    @Test func `several parts make one stream, and reuse changes nothing`() throws {
        var compressor = try makeCompressor()
        let parts: [[UInt8]] = [Array("head ".utf8), [], Array("tail".utf8)]
        var results: [Data?] = []
        for _ in 0..<2 {
            let result = parts[0].withUnsafeBytes { first in
                parts[1].withUnsafeBytes { second in
                    parts[2].withUnsafeBytes { compressor.compress(first, second, $0) }
                }
            }
            results.append(result)
        }
        let first = try #require(results[0])
        #expect(gunzip(Array(first), maximumSize: 100) == Array("head tail".utf8))
        #expect(results[1] == first)
    }

    @Test func `a level out of range is the nearest`() throws {
        for level in [Int.min, 0, 10, .max] {
            var compressor = try makeCompressor(level: level)
            let compressed = try compress([1, 2, 3], with: &compressor)
            #expect(gunzip(compressed, maximumSize: 3) == [1, 2, 3])
        }
    }

    @Test func `decompression is bounded, and refuses what is not whole`() throws {
        var compressor = try makeCompressor()
        let bomb = try compress([UInt8](repeating: 0, count: 10_000_000), with: &compressor)
        #expect(bomb.count < 50_000)
        #expect(gunzip(bomb, maximumSize: 9_999_999) == nil)
        #expect(gunzip(bomb, maximumSize: 10_000_000)?.count == 10_000_000)
        #expect(gunzip(Array(bomb.dropLast()), maximumSize: 10_000_000) == nil)
        #expect(gunzip(bomb + [0], maximumSize: 10_000_000) == nil)
        #expect(gunzip([], maximumSize: 10) == nil)
        #expect(gunzip(Array("no gzip".utf8), maximumSize: 10) == nil)
    }
}
