import Testing

@testable import Signalbook

@Suite struct KeyedHasherTests {
    private let hasher = KeyedHasher(key: Array("Jefe".utf8), keyID: "k1")

    @Test func `a hash is the key's name and the first 128 bits of the HMAC`() {
        let text = writtenText("what do ya want for nothing?", hasher.hash)
        #expect(text == "k1:5bdcc146bf60754e6a042426089575c7")
    }

    @Test func `a region that is too small stays empty`() {
        for room in 0..<35 { #expect(written("x".utf8, room: room, hasher.hash) == []) }
        #expect(written("x".utf8, room: 35, hasher.hash)?.count == 35)
    }

    @Test func `a key's name over 64 bytes is cut at a scalar boundary`() {
        let long = KeyedHasher(key: [1], keyID: "x" + String(repeating: "é", count: 40))
        #expect(writtenText("x", long.hash)?.hasPrefix("x" + String(repeating: "é", count: 31) + ":") == true)
        #expect(long.size <= KeyedHasher.maximumSize)
    }

    @Test func `a UUID's text is 36 lower-case bytes without padding`() {
        let uuid: UUIDText.Bytes = (
            0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF, 0xFE, 0xDC, 0xBA, 0x98, 0x76, 0x54, 0x32, 0x10
        )
        #expect(MemoryLayout<UUIDText>.size == 36)
        let text = withUnsafeBytes(of: UUIDText(uuid)) { String(decoding: $0, as: UTF8.self) }
        #expect(text == "01234567-89ab-cdef-fedc-ba9876543210")
    }
}
