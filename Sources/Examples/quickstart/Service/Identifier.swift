/// Makes identifiers.
enum Identifier {
    /// The prefix, an underscore, and 48 random bits.
    static func make(_ prefix: String) -> String { "\(prefix)_\(random(bits: 48))" }

    /// That many random bits, in lower-case hexadecimal.
    static func random(bits: Int) -> String {
        (0..<bits / 8).map { _ in
            let byte = UInt8.random(in: 0...255)
            return String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}
