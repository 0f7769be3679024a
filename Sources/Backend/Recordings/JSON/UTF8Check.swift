/// Which bytes are UTF-8.
enum UTF8Check {
    /// The bytes of the well-formed character beyond ASCII that begins here (Unicode 16.0, table 3-7); 0 if none does.
    static func scalarLength(_ position: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
        let (length, second): (Int, ClosedRange<UInt8>) =
            switch position.pointee {
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (0, 0x80...0xBF)
            }
        guard length > 0, end - position >= length, second.contains(position[1]) else { return 0 }
        var index = 2
        while index < length {
            guard position[index] & 0xC0 == 0x80 else { return 0 }
            index += 1
        }
        return length
    }
}
