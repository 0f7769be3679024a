import Testing
import TestSupport

@testable import Signalbook

@Suite struct SHA256Tests {
    private func digest(_ message: [UInt8]) -> String {
        var hash = SHA256()
        message.withUnsafeBufferPointer { hash.update($0) }
        return hex(hash.digest())
    }

    @Test(
        "the example messages of NIST have the digests NIST gives",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ])
    func examples(message: String, expected: String) {
        #expect(digest(Array(message.utf8)) == expected)
    }

    @Test func `a million times the letter a has the digest NIST gives`() {
        #expect(
            digest([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `a message in pieces has the digest of the whole, whatever the pieces`() {
        var generator = SeededGenerator(seed: 7)
        for size in 0..<200 {
            let message = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
            var hash = SHA256()
            var rest = message[...]
            while !rest.isEmpty {
                let piece = Array(rest.prefix(Int.random(in: 0...70, using: &generator)))
                piece.withUnsafeBufferPointer { hash.update($0) }
                rest = rest.dropFirst(piece.count)
            }
            #expect(hex(hash.digest()) == digest(message))
        }
    }

    @Test(
        "the messages of RFC 4231 have the codes it gives",
        arguments: [
            (
                String(repeating: "0b", count: 20), "4869205468657265",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                "4a656665", "7768617420646f2079612077616e7420666f72206e6f7468696e673f",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                String(repeating: "aa", count: 20), String(repeating: "dd", count: 50),
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
            ),
            (
                "0102030405060708090a0b0c0d0e0f10111213141516171819", String(repeating: "cd", count: 50),
                "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
            ),
            (
                String(repeating: "0c", count: 20), "546573742057697468205472756e636174696f6e",
                "a3b6167473100ee06e0c796c2955552b"
            ),
            (
                String(repeating: "aa", count: 131),
                "54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579204669727374",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
            (
                String(repeating: "aa", count: 131),
                "5468697320697320612074657374207573696e672061206c6172676572207468616e20626c6f636b2d73697a65206b657920616e642061206c6172676572207468616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565647320746f20626520686173686564206265666f7265206265696e6720757365642062792074686520484d414320616c676f726974686d2e",
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
            ),
        ])
    func codes(key: String, message: String, expected: String) {
        let hmac = bytes(hex: key).withUnsafeBufferPointer { HMACSHA256(key: $0) }
        let code = bytes(hex: message).withUnsafeBufferPointer { hmac.code(of: $0) }
        // Vector 5 gives the first 128 bits only.
        #expect(hex(code).hasPrefix(expected))
    }
}
