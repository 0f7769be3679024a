import SignalVocabulary
import Testing

@Suite struct ASCIITests {
    @Test func `every byte is what the standard library says of its character`() {
        for byte in UInt8.min...UInt8.max {
            let character = Character(Unicode.Scalar(byte))
            let isASCII = byte < 0x80
            #expect(ASCII.isUpper(byte) == (isASCII && character.isUppercase))
            #expect(ASCII.isLower(byte) == (isASCII && character.isLowercase))
            #expect(ASCII.isLetter(byte) == (isASCII && character.isLetter))
            #expect(ASCII.isDigit(byte) == (isASCII && character.isNumber))
            #expect(ASCII.isAlphanumeric(byte) == (ASCII.isLetter(byte) || ASCII.isDigit(byte)))
            #expect(ASCII.isHex(byte) == (isASCII && character.isHexDigit))
            if ASCII.isHex(byte) { #expect(Int(ASCII.hexValue(byte)) == character.hexDigitValue) }
            let upper = isASCII ? character.uppercased() : String(character)
            let lower = isASCII ? character.lowercased() : String(character)
            #expect(String(Unicode.Scalar(ASCII.uppercased(byte))) == upper)
            #expect(String(Unicode.Scalar(ASCII.lowercased(byte))) == lower)
        }
    }
}
