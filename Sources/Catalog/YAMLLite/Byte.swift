/// The bytes that YAML gives a meaning.
///
/// They are transparent getters rather than constants or `UInt8(ascii:)`, since both of these are calls in an unoptimised
/// build, a quarter of the whole time.
enum Byte {
    @_transparent static var tab: UInt8 { 0x09 }
    @_transparent static var lineFeed: UInt8 { 0x0A }
    @_transparent static var carriageReturn: UInt8 { 0x0D }
    @_transparent static var space: UInt8 { 0x20 }
    @_transparent static var exclamation: UInt8 { 0x21 }
    @_transparent static var doubleQuote: UInt8 { 0x22 }
    @_transparent static var hash: UInt8 { 0x23 }
    @_transparent static var percent: UInt8 { 0x25 }
    @_transparent static var ampersand: UInt8 { 0x26 }
    @_transparent static var singleQuote: UInt8 { 0x27 }
    @_transparent static var asterisk: UInt8 { 0x2A }
    @_transparent static var plus: UInt8 { 0x2B }
    @_transparent static var comma: UInt8 { 0x2C }
    @_transparent static var minus: UInt8 { 0x2D }
    @_transparent static var point: UInt8 { 0x2E }
    @_transparent static var slash: UInt8 { 0x2F }
    @_transparent static var colon: UInt8 { 0x3A }
    @_transparent static var less: UInt8 { 0x3C }
    @_transparent static var equals: UInt8 { 0x3D }
    @_transparent static var greater: UInt8 { 0x3E }
    @_transparent static var question: UInt8 { 0x3F }
    @_transparent static var at: UInt8 { 0x40 }
    @_transparent static var openBracket: UInt8 { 0x5B }
    @_transparent static var backslash: UInt8 { 0x5C }
    @_transparent static var closeBracket: UInt8 { 0x5D }
    @_transparent static var underscore: UInt8 { 0x5F }
    @_transparent static var backtick: UInt8 { 0x60 }
    @_transparent static var openBrace: UInt8 { 0x7B }
    @_transparent static var bar: UInt8 { 0x7C }
    @_transparent static var closeBrace: UInt8 { 0x7D }
}
