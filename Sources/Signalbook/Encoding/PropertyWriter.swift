package import SignalWire

/// Takes an event's properties, checks them, makes them safe, and appends them to the record as OTLP attributes.
///
/// Generated code calls one method a property, with the property's name, value, constraints and handling; nil is left out. The
/// same calls serve ``Event/validate()``, where nothing is written and violations are collected.
///
/// Safety: it writes into memory its creator owns and outlives it with, never past the end it was given; it is noncopyable, so
/// that no second one can write to the same place.
public struct PropertyWriter: ~Copyable {
    /// Where the attributes go.
    package var wire: ProtobufWriter
    /// What values are sanitized with; nil when only validating.
    let environment: UnsafePointer<EncodingEnvironment>?
    /// What broke a constraint so far.
    private(set) var violations: [ConstraintViolation] = []

    /// A writer of attributes that appends to `wire`.
    init(wire: ProtobufWriter, environment: UnsafePointer<EncodingEnvironment>?) {
        self.wire = wire
        self.environment = environment
    }

    /// What breaks a constraint in an event's properties.
    static func violations(of event: some Event) -> [ConstraintViolation] {
        var unused: UInt8 = 0
        return withUnsafeMutablePointer(to: &unused) { pointer in
            var writer = PropertyWriter(
                wire: ProtobufWriter(start: pointer, capacity: 0), environment: nil)
            event.record(into: &writer)
            return writer.violations
        }
    }

    /// Notes that a property breaks a constraint.
    @inline(never)
    mutating func violate(_ key: StaticString, _ constraint: StaticString) {
        violations.append(
            ConstraintViolation(property: key.description, constraint: constraint.description))
    }

    /// Whether the values are to be written, and not only checked.
    @inline(__always)
    var isWriting: Bool { environment != nil }

    // MARK: Attributes

    /// An attribute whose value is encoded by `body`, as the fields of an OTLP `AnyValue`.
    @inline(__always)
    mutating func attribute(_ key: StaticString, _ body: (inout ProtobufWriter) -> Void) {
        let attribute = wire.beginMessage(OTLPFields.LogRecord.attributes)
        wire.stringField(OTLPFields.KeyValue.key, key)
        let value = wire.beginMessage(OTLPFields.KeyValue.value)
        body(&wire)
        wire.endMessage(value)
        wire.endMessage(attribute)
    }

    /// A string attribute whose bytes `produce` writes into the region it is given, returning how many.
    ///
    /// - Parameter most: the most bytes that `produce` may want; where fewer are left, the record has overflowed.
    mutating func attribute(
        _ key: StaticString, most: Int, _ produce: (UnsafeMutableBufferPointer<UInt8>) -> Int
    ) {
        attribute(key) { wire in
            PropertyWriter.stringValue(&wire, most: most, produce)
        }
    }

    /// An `AnyValue.string_value` whose bytes `produce` writes.
    static func stringValue(
        _ wire: inout ProtobufWriter, most: Int, _ produce: (UnsafeMutableBufferPointer<UInt8>) -> Int
    ) {
        let text = wire.beginMessage(OTLPFields.AnyValue.string)
        guard wire.ensure(most) else { return }
        wire.position += produce(UnsafeMutableBufferPointer(start: wire.position, count: most))
        wire.endMessage(text)
    }

    /// A string attribute with these bytes as they are: the common case, with one bounds check and no second pass.
    @inline(__always)
    mutating func plainString(_ key: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) {
        let keyCount = key.utf8CodeUnitCount
        let total = keyCount + bytes.count + 8
        if _fastPath(total < 128) {
            guard wire.ensure(total) else { return }
            var position = wire.position
            position[0] = 0x32  // LogRecord.attributes
            position[1] = UInt8(truncatingIfNeeded: keyCount &+ bytes.count &+ 6)
            position[2] = 0x0A  // KeyValue.key
            position[3] = UInt8(truncatingIfNeeded: keyCount)
            position += 4
            copy(key.utf8Start, to: position, count: keyCount)
            position += keyCount
            position[0] = 0x12  // KeyValue.value
            position[1] = UInt8(truncatingIfNeeded: bytes.count &+ 2)
            position[2] = 0x0A  // AnyValue.string_value
            position[3] = UInt8(truncatingIfNeeded: bytes.count)
            position += 4
            if let base = bytes.baseAddress { copy(base, to: position, count: bytes.count) }
            wire.position = position + bytes.count
        } else {
            attribute(key) { $0.bytesField(OTLPFields.AnyValue.string, bytes) }
        }
    }

    /// The head of an attribute whose `AnyValue` takes `count` bytes, 127 at most; false when it does not fit.
    @inline(__always)
    mutating func shortAttribute(_ key: StaticString, valueCount count: Int) -> Bool {
        let keyCount = key.utf8CodeUnitCount
        let total = keyCount + count + 4
        guard _fastPath(total < 128) else {
            return longAttribute(key, valueCount: count)
        }
        guard wire.ensure(total + 2) else { return false }
        var position = wire.position
        position[0] = 0x32
        position[1] = UInt8(truncatingIfNeeded: total)
        position[2] = 0x0A
        position[3] = UInt8(truncatingIfNeeded: keyCount)
        position += 4
        copy(key.utf8Start, to: position, count: keyCount)
        position += keyCount
        position[0] = 0x12
        position[1] = UInt8(truncatingIfNeeded: count)
        wire.position = position + 2
        return true
    }

    @inline(never)
    private mutating func longAttribute(_ key: StaticString, valueCount count: Int) -> Bool {
        let keyCount = key.utf8CodeUnitCount
        wire.tag(OTLPFields.LogRecord.attributes, .lengthDelimited)
        wire.varint(UInt64(1 + varintLength(keyCount) + keyCount + 2 + count))
        wire.stringField(OTLPFields.KeyValue.key, key)
        wire.tag(OTLPFields.KeyValue.value, .lengthDelimited)
        wire.varint(UInt64(count))
        return wire.ensure(count)
    }

    /// `[redacted]`, or nothing for ``Handling/drop``; true when the handling was one of these two.
    @inline(__always)
    mutating func replaced(_ key: StaticString, _ handling: Handling) -> Bool {
        handling.code == 0 ? false : replacedSlowly(key, handling)
    }

    @inline(never)
    private mutating func replacedSlowly(_ key: StaticString, _ handling: Handling) -> Bool {
        if handling == .drop { return true }
        guard handling == .redact else { return false }
        attribute(key) { $0.stringField(OTLPFields.AnyValue.string, Sanitizing.redacted) }
        return true
    }
}

/// Copies a few bytes without a call; memcpy for more than 32.
@inline(__always)
func copy(_ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, count: Int) {
    let from = UnsafeRawPointer(source)
    let to = UnsafeMutableRawPointer(target)
    if count >= 8 {
        guard count <= 32 else {
            to.copyMemory(from: from, byteCount: count)
            return
        }
        if count > 16 {
            // Two blocks of sixteen that overlap where there are fewer than 32.
            let first = from.loadUnaligned(as: SIMD2<UInt64>.self)
            let last = from.loadUnaligned(fromByteOffset: count - 16, as: SIMD2<UInt64>.self)
            to.storeBytes(of: first, as: SIMD2<UInt64>.self)
            to.storeBytes(of: last, toByteOffset: count - 16, as: SIMD2<UInt64>.self)
        } else {
            let first = from.loadUnaligned(as: UInt64.self)
            let last = from.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            to.storeBytes(of: first, as: UInt64.self)
            to.storeBytes(of: last, toByteOffset: count - 8, as: UInt64.self)
        }
    } else if count >= 4 {
        let first = from.loadUnaligned(as: UInt32.self)
        let last = from.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
        to.storeBytes(of: first, as: UInt32.self)
        to.storeBytes(of: last, toByteOffset: count - 4, as: UInt32.self)
    } else if count > 0 {
        target[0] = source[0]
        target[count - 1] = source[count - 1]
        target[count / 2] = source[count / 2]
    }
}
