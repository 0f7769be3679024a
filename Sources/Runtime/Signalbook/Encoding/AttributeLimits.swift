import SignalWire

/// The limits of a record's attributes, applied to the record once it is encoded.
///
/// Most records are too small to hold more attributes than they may, and where values have no limit those are not looked at: they cost one
/// comparison with ``harmlessSize``.
struct AttributeLimits: Sendable {
    /// A record of at most so many bytes keeps to the limits, whatever it holds.
    let harmlessSize: Int
    /// The most attributes.
    let count: Int
    /// The most Unicode scalars of a string; `Int.max` for no limit.
    let valueLength: Int
    /// A record of at most so many bytes has no more attributes than it may.
    private let fewSize: Int

    /// The fewest bytes of an attribute: tag and length, those of its key, and those of its value.
    private static let smallestAttribute = 6

    init(_ limits: Configuration.LogRecordLimits) {
        count = limits.attributeCountLimit
        valueLength = limits.attributeValueLengthLimit ?? .max
        let size = count.multipliedReportingOverflow(by: AttributeLimits.smallestAttribute)
        fewSize = size.overflow ? .max : size.partialValue
        harmlessSize = valueLength < .max ? 0 : fewSize
    }

    /// Cuts and drops what is past the limits from a record that is whole, and notes in it how many attributes were dropped.
    ///
    /// Done in place: nothing gets longer, so what is written never reaches what is still to be read. The time is linear in the record, and
    /// nothing is allocated.
    ///
    /// - Parameters:
    ///   - wire: holds the record from its start on: first the fields that are no attributes, then the attributes, the first of which is the
    ///     record's identifier.
    ///   - keepsLast: whether the last attribute is kept, if there is room for two, and one more of those before it dropped instead.
    /// - Returns: how many attributes were dropped.
    @inline(never)
    func apply(to wire: inout ProtobufWriter, keepsLast: Bool) -> Int {
        let record = UnsafeBufferPointer(start: wire.start, count: wire.count)
        let total = record.count > fewSize ? AttributeLimits.attributes(of: record) : 0
        guard total > count || valueLength < .max else { return 0 }
        let dropped = max(0, total - count)
        // Dropped are those from here to before the end. Where there is room for one alone, that is the identifier.
        let firstDropped = keepsLast && count > 1 && dropped > 0 ? count - 1 : count
        var reader = ProtobufReader(record)
        var output: ProtobufWriter?
        var index = 0
        while let field = try? reader.next() {
            guard field.number == OTLPFields.LogRecord.attributes, let content = field.bytes.baseAddress
            else {
                continue
            }
            let start = UnsafeMutablePointer(mutating: content) - (1 + varintLength(field.bytes.count))
            var target = output ?? ProtobufWriter(start: start, capacity: wire.end - start)
            if index < firstDropped || index >= firstDropped + dropped {
                // No text has more scalars than bytes.
                let isWhole =
                    index == 0 || field.bytes.count <= valueLength || !write(field.bytes, to: &target)
                if isWhole {
                    let end = UnsafeMutablePointer(mutating: content) + field.bytes.count
                    if target.position == start {
                        target.position = end
                    } else {
                        target.bytes(start, count: end - start)
                    }
                }
            }
            output = target
            index += 1
        }
        guard var output else { return 0 }
        // A dropped attribute took as many bytes as this can.
        if dropped > 0 {
            output.varintField(OTLPFields.LogRecord.droppedAttributesCount, UInt64(dropped))
        }
        wire.position = output.position
        return dropped
    }

    /// How many attributes a record has.
    private static func attributes(of record: UnsafeBufferPointer<UInt8>) -> Int {
        var reader = ProtobufReader(record)
        var count = 0
        while let field = try? reader.next() {
            if field.number == OTLPFields.LogRecord.attributes { count += 1 }
        }
        return count
    }
}

// Values that are too long.
extension AttributeLimits {
    /// Appends an attribute with its value cut; false, with nothing written, where nothing is to be cut.
    private func write(_ attribute: UnsafeBufferPointer<UInt8>, to wire: inout ProtobufWriter) -> Bool {
        var reader = ProtobufReader(attribute)
        guard let key = try? reader.next(), let value = try? reader.next() else { return false }
        let valueSize = size(of: value.bytes)
        guard valueSize < value.bytes.count else { return false }
        let pairSize =
            2 + varintLength(key.bytes.count) + key.bytes.count + varintLength(valueSize) + valueSize
        wire.tag(OTLPFields.LogRecord.attributes, .lengthDelimited)
        wire.varint(UInt64(pairSize))
        wire.bytesField(OTLPFields.KeyValue.key, key.bytes)
        wire.tag(OTLPFields.KeyValue.value, .lengthDelimited)
        wire.varint(UInt64(valueSize))
        writeValue(value.bytes, to: &wire)
        return true
    }

    /// The bytes that an `AnyValue` takes once it is cut.
    private func size(of value: UnsafeBufferPointer<UInt8>) -> Int {
        var reader = ProtobufReader(value)
        guard let field = try? reader.next() else { return value.count }
        switch field.number {
        case OTLPFields.AnyValue.string:
            let kept = Sanitizing.prefix(field.bytes, scalars: valueLength)
            return 1 + varintLength(kept) + kept
        case OTLPFields.AnyValue.array:
            let elements = size(ofElements: field.bytes)
            return 1 + varintLength(elements) + elements
        default: return value.count
        }
    }

    private func size(ofElements list: UnsafeBufferPointer<UInt8>) -> Int {
        var reader = ProtobufReader(list)
        var sum = 0
        while let element = try? reader.next() {
            let size = size(of: element.bytes)
            sum += 1 + varintLength(size) + size
        }
        return sum
    }

    /// Appends the fields of an `AnyValue`, cut.
    ///
    /// A ``PropertyWriter`` writes no maps and no lists in lists, so this goes two values deep at most.
    private func writeValue(_ value: UnsafeBufferPointer<UInt8>, to wire: inout ProtobufWriter) {
        var reader = ProtobufReader(value)
        guard let field = try? reader.next() else { return wire.bytes(value) }
        switch field.number {
        case OTLPFields.AnyValue.string:
            let kept = Sanitizing.prefix(field.bytes, scalars: valueLength)
            wire.bytesField(OTLPFields.AnyValue.string, UnsafeBufferPointer(rebasing: field.bytes[..<kept]))
        case OTLPFields.AnyValue.array:
            wire.tag(OTLPFields.AnyValue.array, .lengthDelimited)
            wire.varint(UInt64(size(ofElements: field.bytes)))
            var elements = ProtobufReader(field.bytes)
            while let element = try? elements.next() {
                wire.tag(OTLPFields.List.values, .lengthDelimited)
                wire.varint(UInt64(size(of: element.bytes)))
                writeValue(element.bytes, to: &wire)
            }
        default: wire.bytes(value)
        }
    }
}
