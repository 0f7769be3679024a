import SignalVocabulary
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
    /// Whether an attribute did not fit.
    private(set) var hasOverflowed: Bool
    /// What broke a constraint so far; nil for nothing, which costs less than an empty array.
    private var noted: [ConstraintViolation]?

    /// A writer of attributes that appends to `wire`.
    init(wire: ProtobufWriter, environment: UnsafePointer<EncodingEnvironment>?) {
        self.wire = wire
        hasOverflowed = wire.hasOverflowed
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
    mutating func violate(_ key: AttributeKey, _ constraint: StaticString) {
        noted =
            violations + [ConstraintViolation(property: key.name, constraint: constraint.description)]
    }

    /// What broke a constraint so far.
    var violations: [ConstraintViolation] { noted ?? [] }
    /// Whether anything did.
    @inline(__always) var isViolated: Bool { noted != nil }

    /// Whether the values are to be written, and not only checked.
    @inline(__always)
    var isWriting: Bool { environment != nil }

    /// The attribute `violations`, which says what an event breaks.
    mutating func writeViolations() {
        let text = ConstraintViolation.list(Array(violations.prefix(16)))
        attribute(AttributeKey(RecordField.violations.key)) {
            $0.stringField(OTLPFields.AnyValue.string, text)
        }
    }

    // MARK: Attributes

    /// An attribute whose value is encoded by `body`, as the fields of an OTLP `AnyValue`.
    @inline(never)
    mutating func attribute(_ key: AttributeKey, _ body: (inout ProtobufWriter) -> Void) {
        guard isWriting else { return }
        let start = wire.position
        let attribute = wire.beginMessage(OTLPFields.LogRecord.attributes)
        wire.bytesField(OTLPFields.KeyValue.key, key.text.bytes)
        let value = wire.beginMessage(OTLPFields.KeyValue.value)
        body(&wire)
        wire.endMessage(value)
        wire.endMessage(attribute)
        guard wire.hasOverflowed else { return }
        // Taken back whole, so that what fits after it stands well: a context keeps that.
        wire.position = start
        wire.hasOverflowed = false
        hasOverflowed = true
    }

    /// A string attribute whose bytes `produce` writes into the region it is given, returning how many.
    ///
    /// - Parameter most: the most bytes that `produce` may want; where fewer are left, the record has overflowed.
    mutating func attribute(
        _ key: AttributeKey, most: Int, _ produce: (UnsafeMutableBufferPointer<UInt8>) -> Int
    ) {
        attribute(key) { wire in
            PropertyWriter.stringValue(&wire, most: most, produce)
        }
    }

    /// An `AnyValue.string_value` whose bytes `produce` writes.
    static func stringValue(
        _ wire: inout ProtobufWriter, most: Int, mayBeLess: Bool = false,
        _ produce: (UnsafeMutableBufferPointer<UInt8>) -> Int?
    ) {
        let text = wire.beginMessage(OTLPFields.AnyValue.string)
        let room = mayBeLess ? min(most, wire.remaining) : most
        guard wire.ensure(room) else { return }
        guard let count = produce(UnsafeMutableBufferPointer(start: wire.position, count: room)) else {
            wire.hasOverflowed = true
            return
        }
        wire.position += count
        wire.endMessage(text)
    }

    /// A string attribute with these bytes as they are: the common case, with one bounds check and no second pass.
    @inline(__always)
    mutating func plainString(_ key: AttributeKey, _ bytes: UnsafeBufferPointer<UInt8>) {
        let count = bytes.count
        guard _fastPath(count <= 80), let base = bytes.baseAddress,
            let value = place(key, valueCount: count &+ 2)
        else { return longString(key, bytes) }
        value[0] = 0x0A  // AnyValue.string_value
        value[1] = UInt8(truncatingIfNeeded: count)
        copy(base, to: value + 2, count: count)
    }

    /// Any string attribute; also where a short one does not fit, so that the overflow is noted.
    @inline(never)
    private mutating func longString(_ key: AttributeKey, _ bytes: UnsafeBufferPointer<UInt8>) {
        let count = bytes.count
        guard count < 128, let value = reserve(key, valueCount: count &+ 2) else {
            return attribute(key) { $0.bytesField(OTLPFields.AnyValue.string, bytes) }
        }
        value[0] = 0x0A  // AnyValue.string_value
        value[1] = UInt8(truncatingIfNeeded: count)
        if let base = bytes.baseAddress { copy(base, to: value + 2, count: count) }
    }

    /// The same as ``reserve(_:valueCount:)`` for a key of up to 32 bytes and a value of up to 90; nil for a longer key too.
    ///
    /// It calls nothing, and whoever falls back does so as the last thing it does: so the functions that generated code calls save no
    /// registers.
    @inline(__always)
    mutating func place(_ key: AttributeKey, valueCount count: Int) -> UnsafeMutablePointer<UInt8>? {
        let keyCount = key.text.count
        let head = wire.position
        guard _fastPath(keyCount <= 32), _fastPath(wire.end - head >= keyCount &+ count &+ 6) else {
            return nil
        }
        head[0] = 0x32  // LogRecord.attributes
        head[1] = UInt8(truncatingIfNeeded: keyCount &+ count &+ 4)
        head[2] = 0x0A  // KeyValue.key
        head[3] = UInt8(truncatingIfNeeded: keyCount)
        copyShort(key.text.start, to: head + 4, count: keyCount)
        let value = head + (keyCount &+ 4)
        value[0] = 0x12  // KeyValue.value
        value[1] = UInt8(truncatingIfNeeded: count)
        wire.position = value + (count &+ 2)
        return value + 2
    }

    /// Writes the head of an attribute whose `AnyValue` takes `count` bytes, and gives the place for these; nil, with nothing
    /// written, where head and value take 128 bytes or more, or do not fit.
    @inline(__always)
    mutating func reserve(_ key: AttributeKey, valueCount count: Int) -> UnsafeMutablePointer<UInt8>? {
        let keyCount = key.text.count
        let total = keyCount &+ count &+ 4
        guard _fastPath(total < 128), _fastPath(wire.end - wire.position >= total &+ 2) else { return nil }
        let head = wire.position
        head[0] = 0x32  // LogRecord.attributes
        head[1] = UInt8(truncatingIfNeeded: total)
        head[2] = 0x0A  // KeyValue.key
        head[3] = UInt8(truncatingIfNeeded: keyCount)
        copy(key.text.start, to: head + 4, count: keyCount)
        let value = head + (keyCount &+ 4)
        value[0] = 0x12  // KeyValue.value
        value[1] = UInt8(truncatingIfNeeded: count)
        wire.position = value + (count &+ 2)
        return value + 2
    }

    /// An attribute with a whole number.
    @inline(__always)
    mutating func integerValue(_ key: AttributeKey, _ number: Int) {
        let bits = UInt64(bitPattern: Int64(number))
        // Most numbers have one byte or two.
        let isShort = bits < 0x80
        guard _fastPath(bits < 0x4000), let value = place(key, valueCount: isShort ? 2 : 3) else {
            return longInteger(key, bits)
        }
        value[0] = 0x18  // AnyValue.int_value
        if isShort {
            value[1] = UInt8(truncatingIfNeeded: bits)
        } else {
            value[1] = UInt8(truncatingIfNeeded: bits) | 0x80
            value[2] = UInt8(truncatingIfNeeded: bits >> 7)
        }
    }

    /// Any whole number; also a short one that does not fit, so that the overflow is noted.
    @inline(never)
    private mutating func longInteger(_ key: AttributeKey, _ bits: UInt64) {
        guard let value = reserve(key, valueCount: 1 &+ varintLength(bits)) else {
            return attribute(key) { $0.varintField(OTLPFields.AnyValue.int, bits) }
        }
        value[0] = 0x18  // AnyValue.int_value
        var position = value + 1
        var rest = bits
        while rest >= 0x80 {
            position[0] = UInt8(truncatingIfNeeded: rest) | 0x80
            position += 1
            rest >>= 7
        }
        position[0] = UInt8(truncatingIfNeeded: rest)
    }

    /// An attribute with a double.
    @inline(__always)
    mutating func doubleValue(_ key: AttributeKey, _ number: Double) {
        guard let value = place(key, valueCount: 9) else { return longDouble(key, number) }
        value[0] = 0x21  // AnyValue.double_value
        UnsafeMutableRawPointer(value + 1).storeBytes(of: number.bitPattern.littleEndian, as: UInt64.self)
    }

    /// A double whose attribute is long or does not fit.
    @inline(never)
    private mutating func longDouble(_ key: AttributeKey, _ number: Double) {
        guard let value = reserve(key, valueCount: 9) else {
            return attribute(key) { $0.doubleField(OTLPFields.AnyValue.double, number) }
        }
        value[0] = 0x21  // AnyValue.double_value
        UnsafeMutableRawPointer(value + 1).storeBytes(of: number.bitPattern.littleEndian, as: UInt64.self)
    }

    /// An attribute with a truth.
    @inline(__always)
    mutating func booleanValue(_ key: AttributeKey, _ truth: Bool) {
        guard let value = reserve(key, valueCount: 2) else {
            return attribute(key) { $0.varintField(OTLPFields.AnyValue.bool, truth ? 1 : 0) }
        }
        value[0] = 0x10  // AnyValue.bool_value
        value[1] = truth ? 1 : 0
    }

    /// Writes `[redacted]`, or nothing for ``Handling/drop``. True if the handling was one of these two.
    @inline(__always)
    mutating func replaced(_ key: AttributeKey, _ handling: Handling?) -> Bool {
        handling == nil ? false : replacedSlowly(key, handling)
    }

    @inline(never)
    private mutating func replacedSlowly(_ key: AttributeKey, _ handling: Handling?) -> Bool {
        switch handling {
        case .drop: return true
        case .redact:
            attribute(key) { $0.stringField(OTLPFields.AnyValue.string, HandledText.redacted) }
            return true
        case nil, .hash, .mask, .truncate: return false
        }
    }
}

/// Copies a few bytes without a call; memcpy for more than 32.
@inline(__always)
func copy(_ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, count: Int) {
    if _fastPath(count <= 32) {
        copyShort(source, to: target, count: count)
    } else {
        UnsafeMutableRawPointer(target).copyMemory(from: source, byteCount: count)
    }
}

/// Copies up to 32 bytes without a call: two blocks that overlap unless the count is twice their size.
@inline(__always)
func copyShort(_ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, count: Int) {
    let from = UnsafeRawPointer(source)
    let to = UnsafeMutableRawPointer(target)
    if count >= 16 {
        let first = from.loadUnaligned(as: SIMD2<UInt64>.self)
        let last = from.loadUnaligned(fromByteOffset: count &- 16, as: SIMD2<UInt64>.self)
        to.storeBytes(of: first, as: SIMD2<UInt64>.self)
        to.storeBytes(of: last, toByteOffset: count &- 16, as: SIMD2<UInt64>.self)
    } else if count >= 8 {
        let first = from.loadUnaligned(as: UInt64.self)
        let last = from.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
        to.storeBytes(of: first, as: UInt64.self)
        to.storeBytes(of: last, toByteOffset: count &- 8, as: UInt64.self)
    } else if count >= 4 {
        let first = from.loadUnaligned(as: UInt32.self)
        let last = from.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
        to.storeBytes(of: first, as: UInt32.self)
        to.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
    } else if count > 0 {
        target[0] = source[0]
        target[count &- 1] = source[count &- 1]
        target[count / 2] = source[count / 2]
    }
}
