/// Writes JSON (RFC 8259) into a buffer that is used again and again.
///
/// Commas and colons come by themselves; that objects and arrays are closed in order is the caller's business. Numbers that JSON does
/// not have are strings as in OTLP/JSON: `"NaN"`, `"Infinity"`, `"-Infinity"`; null would say that the value is not set.
package struct JSONWriter: ~Copyable {
    /// What has been written.
    package var buffer: ByteBuffer
    /// Whether the next key or array element needs a comma before it.
    private var needsComma = false

    /// A writer with room for `capacity` bytes.
    package init(capacity: Int = 4096) { buffer = ByteBuffer(capacity: capacity) }

    /// Forgets everything written; the memory stays.
    package mutating func reset() {
        buffer.truncate(to: 0)
        needsComma = false
    }

    /// Takes back everything after the first `count` bytes, which must end a line.
    package mutating func rollBack(to count: Int) {
        buffer.truncate(to: count)
        needsComma = false
    }

    /// Starts an object.
    package mutating func beginObject() { open(UInt8(ascii: "{")) }

    /// Ends an object.
    package mutating func endObject() { close(UInt8(ascii: "}")) }

    /// Starts an array.
    package mutating func beginArray() { open(UInt8(ascii: "[")) }

    /// Ends an array.
    package mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Ends a line of JSON lines.
    package mutating func newLine() {
        buffer.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// A key of an object, from bytes that are treated like ``string(_:)-(UnsafeBufferPointer<UInt8>)``'s.
    package mutating func key(_ name: UnsafeBufferPointer<UInt8>) {
        string(name)
        endKey()
    }

    /// A key of an object, written as it stands: it must be ASCII that needs no escape.
    @inline(__always)
    package mutating func key(_ name: StaticString) {
        string(name)
        endKey()
    }

    /// A string, written as it stands: it must be ASCII that needs no escape.
    @inline(__always)
    package mutating func string(_ value: StaticString) {
        beginValue()
        buffer.append(UInt8(ascii: "\""))
        value.withUTF8Buffer { buffer.append($0) }
        buffer.append(UInt8(ascii: "\""))
    }

    /// A string from UTF-8: escaped as JSON asks, and U+FFFD for what is not UTF-8.
    package mutating func string(_ value: UnsafeBufferPointer<UInt8>) {
        beginValue()
        appendQuoted(value)
    }

    /// A string.
    package mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { string($0) }
    }

    /// `true` or `false`.
    package mutating func boolean(_ value: Bool) {
        beginValue()
        (value ? "true" as StaticString : "false").withUTF8Buffer { buffer.append($0) }
    }

    /// `null`.
    package mutating func null() {
        beginValue()
        ("null" as StaticString).withUTF8Buffer { buffer.append($0) }
    }

    /// An integer as a number. Readers which hold numbers as doubles lose digits past 2⁵³.
    package mutating func integer(_ value: Int64) {
        beginValue()
        appendInteger(value)
    }

    /// The shortest number that reads back as the same double; see ``JSONWriter`` for what is none.
    package mutating func double(_ value: Double) {
        beginValue()
        appendDouble(value)
    }

    /// An RFC 3339 timestamp in UTC, with microseconds.
    package mutating func timestamp(unixNanoseconds: UInt64) {
        beginValue()
        var target = buffer.reserve(RFC3339Timestamp.length + 2)
        target.pointee = UInt8(ascii: "\"")
        RFC3339Timestamp.write(unixNanoseconds: unixNanoseconds, to: target + 1)
        target += RFC3339Timestamp.length + 1
        target.pointee = UInt8(ascii: "\"")
        buffer.advance(to: target + 1)
    }

    /// Bytes as a string of lower-case hexadecimal digits, as OTLP/JSON writes trace and span identifiers.
    package mutating func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>) {
        beginValue()
        appendHexadecimal(bytes)
    }

    /// Bytes as a string in Base64 with padding (RFC 4648, section 4), as OTLP/JSON writes other bytes.
    package mutating func base64(_ bytes: UnsafeBufferPointer<UInt8>) {
        beginValue()
        appendBase64(bytes)
    }

    /// Writes the comma that the next value may need, and notes that the one after it needs one.
    @inline(__always)
    private mutating func beginValue() {
        if needsComma { buffer.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    @inline(__always)
    private mutating func endKey() {
        buffer.append(UInt8(ascii: ":"))
        needsComma = false
    }

    private mutating func open(_ bracket: UInt8) {
        beginValue()
        buffer.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        buffer.append(bracket)
        needsComma = true
    }
}
