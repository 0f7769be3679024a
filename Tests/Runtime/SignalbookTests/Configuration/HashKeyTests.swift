import Signalbook
import Testing

@Suite struct HashKeyTests {
    private let ascending = Array(UInt8(0)..<32)

    @Test(arguments: [
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F",
        "hex:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "base64:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    ])
    func `the same key is read in every notation`(text: String) {
        #expect(HashKey(text: text)?.bytes == ascending)
    }

    @Test func `the URL-safe alphabet gives the same bytes as the standard one`() {
        let standard = String(repeating: "+/", count: 22), safe = String(repeating: "-_", count: 22)
        #expect(HashKey(text: standard)?.bytes == HashKey(text: safe)?.bytes)
        #expect(HashKey(text: safe)?.bytes.count == 33)
    }

    @Test func `text is the key where it is neither hexadecimal nor Base64`() {
        let text = "correct horse battery staple, twice"
        #expect(HashKey(text: text)?.bytes == Array(text.utf8))
        #expect(HashKey(text: "text:\(String(repeating: "0", count: 64))")?.bytes.count == 64)
    }

    @Test(arguments: ["", "short", "hex:zz", "hex:00", "base64:AAAA", "base64:!", "text:short", "😀😀😀😀😀😀😀"])
    func `a key of fewer than 32 bytes is none`(text: String) {
        #expect(HashKey(text: text) == nil)
    }

    @Test func `two random keys differ and say that they are the process's`() {
        let first = HashKey.random(), second = HashKey.random()
        #expect(first.bytes.count == 32 && first.bytes != second.bytes)
        #expect(first.id == HashKey.processID)
    }

    @Test func `without a key the effective one is random and a note says so once`() {
        let seen = DiagnosticLog()
        let channel = DiagnosticChannel(handler: seen.append)
        #expect(Configuration.default.effectiveHashKey(reportingTo: channel).id == HashKey.processID)
        _ = Configuration.default.effectiveHashKey(reportingTo: channel)
        #expect(seen.all.map(\.code) == [.missingHashKey])
        var configuration = Configuration.default
        configuration.privacy.hashKey = HashKey(bytes: ascending, id: "k1")
        #expect(configuration.effectiveHashKey(reportingTo: channel).id == "k1")
        #expect(seen.all.count == 1)
    }
}
