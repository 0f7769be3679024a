import SignalVocabulary

@testable import Signalbook

/// What a function that writes into a region makes of a text, with a guard behind the region.
///
/// - Parameter room: the region's size.
func written(
    _ bytes: some Sequence<UInt8>, room: Int = 4096,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeMutableBufferPointer<UInt8>) -> Int
) -> [UInt8]? {
    let input = Array(bytes)
    var target = [UInt8](repeating: 0xEE, count: room + 32)
    let count = target.withUnsafeMutableBufferPointer { whole in
        input.withUnsafeBufferPointer { body($0, UnsafeMutableBufferPointer(rebasing: whole[..<room])) }
    }
    guard count >= 0, count <= room, target[room...].allSatisfy({ $0 == 0xEE }) else { return nil }
    return Array(target[..<count])
}

/// As above, for text.
func writtenText(
    _ text: String, room: Int = 4096,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeMutableBufferPointer<UInt8>) -> Int
) -> String? {
    written(text.utf8, room: room, body).map { String(decoding: $0, as: UTF8.self) }
}

/// The text as a scrubber leaves it; nil if it wrote past its region.
func scrubbed(_ text: String, room: Int = 4096, with scrubber: TextScrubber = TextScrubber()) -> String? {
    writtenText(text, room: room) { scrubber.scrub($0, into: $1).written }
}

/// The bytes that hexadecimal digits stand for.
func bytes(hex: String) -> [UInt8] {
    let digits = Array(hex.utf8).map { UInt8(truncatingIfNeeded: ASCII.hexValue($0)) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

/// A digest as lower-case hexadecimal text.
func hex(_ digest: SHA256.Digest) -> String {
    (0..<8).map { index in
        withUnsafeBytes(of: LowercaseHex.text(digest[index]).littleEndian) {
            String(decoding: $0, as: UTF8.self)
        }
    }.joined()
}
