struct KeyedHasher { init(key: [UInt8], keyID: String) {}
 func hash(_ b: UnsafeBufferPointer<UInt8>, into: UnsafeMutableBufferPointer<UInt8>) -> Int { 0 } }
struct TextScrubber { static let maximumGrowth = 6; func scrub(_ b: UnsafeBufferPointer<UInt8>, into: UnsafeMutableBufferPointer<UInt8>) -> (written: Int, findings: Int, truncated: Bool) { (0,0,false) } }
enum Sanitizing { static let redacted: StaticString = "[redacted]"
 static func mask(_ b: UnsafeBufferPointer<UInt8>, into: UnsafeMutableBufferPointer<UInt8>) -> Int { 0 }
 static func truncate(_ b: UnsafeBufferPointer<UInt8>, into: UnsafeMutableBufferPointer<UInt8>) -> Int { 0 }
 static func redact(into: UnsafeMutableBufferPointer<UInt8>) -> Int { 0 }
 static func cut(_ b: UnsafeBufferPointer<UInt8>, into: UnsafeMutableBufferPointer<UInt8>) -> Int { 0 }
 static func prefix(_ b: UnsafeMutableBufferPointer<UInt8>, count: Int, scalars: Int) -> Int { 0 }
 static func stripURL(_ b: UnsafeBufferPointer<UInt8>, into: UnsafeMutableBufferPointer<UInt8>) -> Int { 0 }
}
enum IPAddressSyntax { static func isAddress(_ b: UnsafeBufferPointer<UInt8>) -> Bool { true } }
struct UUIDText { init(_ u: UUIDBytes) {} ; var a: (UInt64,UInt64,UInt64,UInt64,UInt32) = (0,0,0,0,0) }
typealias UUIDBytes = (UInt8,UInt8,UInt8,UInt8,UInt8,UInt8,UInt8,UInt8,UInt8,UInt8,UInt8,UInt8,UInt8,UInt8,UInt8,UInt8)
