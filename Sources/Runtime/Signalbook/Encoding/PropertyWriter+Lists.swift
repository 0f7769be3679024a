public import SignalVocabulary
import SignalWire

// The methods that generated code calls for a property that holds a list. All take nil, which is left out.
extension PropertyWriter {
    /// A list of identifiers or bounded words.
    ///
    /// - Parameters:
    ///   - maxItems: the most elements; more is a violation.
    ///   - maxLength: the most Unicode scalars in one of them; more is a violation.
    public mutating func strings(
        _ key: AttributeKey, _ values: [String]?, maxItems: Int = PropertyLimits.listCount,
        maxLength: Int = PropertyLimits.stringLength, handling: Handling? = nil
    ) {
        guard let values = bounded(key, values, maxItems) else { return }
        for value in values
        where handling == nil && value.utf8.count > maxLength && value.unicodeScalars.count > maxLength {
            violate(key, "max_length")
            break
        }
        guard let environment, !replaced(key, handling) else { return }
        list(key, values) { wire, value in
            environment.pointee.writeString(value, handling: handling, to: &wire)
        }
    }

    /// A list of free texts, each scrubbed and then cut to `maxLength` Unicode scalars.
    public mutating func texts(
        _ key: AttributeKey, _ values: [String]?, maxItems: Int = PropertyLimits.listCount,
        maxLength: Int = .max,
        handling: Handling? = nil
    ) {
        guard let values = bounded(key, values, maxItems) else { return }
        guard let environment, !replaced(key, handling) else { return }
        list(key, values) { wire, value in
            switch handling {
            case nil, .truncate: environment.pointee.writeText(value, maxLength: maxLength, to: &wire)
            case .hash, .redact, .mask, .drop:
                environment.pointee.writeString(value, handling: handling, to: &wire)
            }
        }
    }

    /// A list of whole numbers.
    public mutating func integers(
        _ key: AttributeKey, _ values: [Int]?, minimum: Int = .min, maximum: Int = .max,
        maxItems: Int = PropertyLimits.listCount, handling: Handling? = nil
    ) {
        guard let values = bounded(key, values, maxItems) else { return }
        if values.contains(where: { $0 < minimum }) { violate(key, "minimum") }
        if values.contains(where: { $0 > maximum }) { violate(key, "maximum") }
        guard let environment, !replaced(key, handling) else { return }
        list(key, values) { wire, value in
            if case .hash? = handling {
                environment.pointee.writeString(String(value), handling: handling, to: &wire)
            } else {
                wire.varintField(OTLPFields.AnyValue.int, UInt64(bitPattern: Int64(value)))
            }
        }
    }

    /// A list of numbers that need not be whole; one that is infinite or none at all (NaN) is a violation.
    public mutating func doubles(
        _ key: AttributeKey, _ values: [Double]?, minimum: Double = -.infinity, maximum: Double = .infinity,
        maxItems: Int = PropertyLimits.listCount, handling: Handling? = nil
    ) {
        guard let values = bounded(key, values, maxItems) else { return }
        if values.contains(where: { !$0.isFinite }) { violate(key, "finite") }
        if values.contains(where: { $0 < minimum }) { violate(key, "minimum") }
        if values.contains(where: { $0 > maximum }) { violate(key, "maximum") }
        guard isWriting, !replaced(key, handling) else { return }
        list(key, values) { wire, value in wire.doubleField(OTLPFields.AnyValue.double, value) }
    }

    /// A list of truths.
    public mutating func booleans(
        _ key: AttributeKey, _ values: [Bool]?, maxItems: Int = PropertyLimits.listCount,
        handling: Handling? = nil
    ) {
        guard let values = bounded(key, values, maxItems) else { return }
        guard isWriting, !replaced(key, handling) else { return }
        list(key, values) { wire, value in wire.varintField(OTLPFields.AnyValue.bool, value ? 1 : 0) }
    }

    /// The first `maxItems` elements; notes the violation where there are more.
    private mutating func bounded<Element>(
        _ key: AttributeKey, _ values: [Element]?, _ maxItems: Int
    ) -> ArraySlice<Element>? {
        guard let values else { return nil }
        if values.count > maxItems { violate(key, "max_items") }
        return values.prefix(maxItems)
    }

    /// An `AnyValue.array_value` with each element as `body` writes it.
    private mutating func list<Element>(
        _ key: AttributeKey, _ values: ArraySlice<Element>, _ body: (inout ProtobufWriter, Element) -> Void
    ) {
        attribute(key) { wire in
            let array = wire.beginMessage(OTLPFields.AnyValue.array)
            for value in values {
                let element = wire.beginMessage(OTLPFields.List.values)
                body(&wire, value)
                wire.endMessage(element)
            }
            wire.endMessage(array)
        }
    }
}
