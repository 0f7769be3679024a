public import Foundation
public import SignalVocabulary
import SignalWire

// The methods that generated code calls for a property that holds one value. All take nil, which is left out.
extension PropertyWriter {
    /// An identifier or a bounded word of up to ``PropertyLimits/stringLength`` Unicode scalars, as it is: the common case.
    public mutating func string(_ key: AttributeKey, _ value: String?) {
        guard let value else { return }
        let done: Void? = value.utf8.withContiguousStorageIfAvailable { bytes in
            if _fastPath(bytes.count <= PropertyLimits.stringLength) {
                plainString(key, bytes)
            } else {
                boundedString(key, value, maxLength: PropertyLimits.stringLength)
            }
        }
        if _slowPath(done == nil) { boundedString(key, value, maxLength: PropertyLimits.stringLength) }
    }

    /// An identifier or a bounded word, as it is unless its handling says otherwise.
    ///
    /// - Parameters:
    ///   - maxLength: the most Unicode scalars; more is a violation, unless a handling replaces the value: ``Handling/truncate`` cuts to it.
    ///   - pattern: what the whole value must match.
    public mutating func string(
        _ key: AttributeKey, _ value: String?, maxLength: Int = PropertyLimits.stringLength,
        pattern: Pattern? = nil, handling: Handling? = nil
    ) {
        guard let value else { return }
        if let pattern, !pattern.matches(value) { violate(key, "pattern") }
        guard handling == nil else {
            return sanitizedString(key, value, handling: handling, maxLength: maxLength)
        }
        let done: Void? = value.utf8.withContiguousStorageIfAvailable { bytes in
            if _slowPath(bytes.count > maxLength), value.unicodeScalars.count > maxLength {
                violate(key, "max_length")
            }
            plainString(key, bytes)
        }
        if _slowPath(done == nil) { boundedString(key, value, maxLength: maxLength) }
    }

    /// A string that is long, or whose bytes do not lie in one piece.
    @inline(never)
    private mutating func boundedString(_ key: AttributeKey, _ value: String, maxLength: Int) {
        if value.utf8.count > maxLength, value.unicodeScalars.count > maxLength { violate(key, "max_length") }
        sanitizedString(key, value, handling: nil, maxLength: maxLength)
    }

    /// Free text: e-mail addresses, tokens, keys, UUIDs, IP addresses and card numbers in it are replaced, then it is cut.
    ///
    /// - Parameter maxLength: the Unicode scalars that are kept.
    public mutating func text(
        _ key: AttributeKey, _ value: String?, maxLength: Int = .max, handling: Handling? = nil
    ) {
        guard let value, isWriting else { return }
        if case .truncate? = handling {
            return scrubbedText(key, value, maxLength: min(maxLength, PropertyLimits.stringLength))
        }
        guard handling == nil else {
            return sanitizedString(key, value, handling: handling, maxLength: maxLength)
        }
        scrubbedText(key, value, maxLength: maxLength)
    }

    /// A whole number.
    public mutating func integer(
        _ key: AttributeKey, _ value: Int?, minimum: Int = .min, maximum: Int = .max,
        handling: Handling? = nil
    ) {
        guard let value else { return }
        if _fastPath(value >= minimum), _fastPath(value <= maximum), _fastPath(handling == nil) {
            integerValue(key, value)
        } else {
            unusualInteger(key, value, minimum, maximum, handling)
        }
    }

    /// A whole number that is out of its bounds or has a handling.
    @inline(never)
    private mutating func unusualInteger(
        _ key: AttributeKey, _ value: Int, _ minimum: Int, _ maximum: Int, _ handling: Handling?
    ) {
        if value < minimum { violate(key, "minimum") }
        if value > maximum { violate(key, "maximum") }
        guard isWriting, !replaced(key, handling) else { return }
        if case .hash? = handling {
            sanitizedString(key, String(value), handling: .hash)
        } else {
            integerValue(key, value)
        }
    }

    /// A number that need not be whole; an infinite one or none at all (NaN) is a violation.
    public mutating func double(
        _ key: AttributeKey, _ value: Double?, minimum: Double = -.infinity, maximum: Double = .infinity,
        handling: Handling? = nil
    ) {
        guard let value else { return }
        if !value.isFinite {
            violate(key, "finite")
        } else if value < minimum {
            violate(key, "minimum")
        } else if value > maximum {
            violate(key, "maximum")
        }
        guard !replaced(key, handling) else { return }
        doubleValue(key, value)
    }

    /// True or false.
    public mutating func boolean(_ key: AttributeKey, _ value: Bool?, handling: Handling? = nil) {
        guard let value, !replaced(key, handling) else { return }
        booleanValue(key, value)
    }

    /// One of a closed list of values, as it is on the wire: the common case.
    public mutating func enumeration(_ key: AttributeKey, _ wireValue: StaticString?) {
        guard let wireValue else { return }
        let text = StaticText(wireValue)
        plainString(key, text.bytes)
    }

    /// One of a closed list of values, as it is on the wire.
    public mutating func enumeration(
        _ key: AttributeKey, _ wireValue: StaticString?, handling: Handling? = nil
    ) {
        guard let wireValue else { return }
        let text = StaticText(wireValue)
        let bytes = UnsafeBufferPointer(start: text.start, count: text.count)
        if handling == nil { plainString(key, bytes) } else { sanitized(key, bytes, handling: handling) }
    }

    /// One of an open list of values, as it is on the wire; bounded like a string.
    public mutating func openEnumeration(_ key: AttributeKey, _ rawValue: String?, handling: Handling? = nil)
    {
        string(key, rawValue, handling: handling)
    }

    /// A moment, written as RFC 3339 text in UTC with microseconds.
    public mutating func timestamp(_ key: AttributeKey, _ value: Date?, handling: Handling? = nil) {
        guard let value else { return }
        let seconds = value.timeIntervalSince1970
        guard seconds.isFinite else { return violate(key, "finite") }
        guard isWriting, !replaced(key, handling) else { return }
        let bounded = min(max(seconds, -1e12), 1e12)
        let whole = bounded.rounded(.down)
        attribute(key, most: RFC3339Timestamp.length) { region in
            guard let target = region.baseAddress else { return 0 }
            RFC3339Timestamp.write(
                secondsSince1970: Int64(whole), nanoseconds: Int64((bounded - whole) * 1e9), to: target)
            return RFC3339Timestamp.length
        }
    }

    /// A length of time, written as a number of `unit`; the bounds are in `unit` too.
    public mutating func duration(
        _ key: AttributeKey, _ value: Duration?, unit: DurationUnit, minimum: Double = 0,
        maximum: Double = .infinity, handling: Handling? = nil
    ) {
        guard let value else { return }
        let count = unit.count(of: value)
        if _fastPath(count >= minimum), _fastPath(count <= maximum), _fastPath(handling == nil) {
            doubleValue(key, count)
        } else {
            unusualCount(key, count, minimum, maximum, handling)
        }
    }

    /// A length of time, written as a number of `unit`, which is not below zero: the common case.
    public mutating func duration(_ key: AttributeKey, _ value: Duration?, unit: DurationUnit) {
        guard let value else { return }
        let count = unit.count(of: value)
        if _fastPath(count >= 0) {
            doubleValue(key, count)
        } else {
            unusualCount(key, count, 0, .infinity, nil)
        }
    }

    /// A length of time that is out of its bounds or has a handling.
    @inline(never)
    private mutating func unusualCount(
        _ key: AttributeKey, _ count: Double, _ minimum: Double, _ maximum: Double, _ handling: Handling?
    ) {
        if count < minimum { violate(key, "minimum") }
        if count > maximum { violate(key, "maximum") }
        guard !replaced(key, handling) else { return }
        doubleValue(key, count)
    }

    /// A number of bytes, written as a number of `unit` (whole for bytes), which is not below zero: the common case.
    public mutating func bytes(_ key: AttributeKey, _ value: ByteCount?, unit: ByteUnit) {
        guard let value else { return }
        if case .bytes = unit, value.bytes >= 0 { return integerValue(key, value.bytes) }
        boundedBytes(key, value.bytes, unit: unit, minimum: 0, maximum: .infinity, handling: nil)
    }

    /// A number of bytes, written as a number of `unit` (whole for bytes); the bounds are in `unit` too.
    public mutating func bytes(
        _ key: AttributeKey, _ value: ByteCount?, unit: ByteUnit, minimum: Double = 0,
        maximum: Double = .infinity,
        handling: Handling? = nil
    ) {
        guard let value else { return }
        boundedBytes(key, value.bytes, unit: unit, minimum: minimum, maximum: maximum, handling: handling)
    }

    /// A number of bytes in any unit, with any bounds and handling.
    @inline(never)
    private mutating func boundedBytes(
        _ key: AttributeKey, _ bytes: Int, unit: ByteUnit, minimum: Double, maximum: Double,
        handling: Handling?
    ) {
        let isWhole = if case .bytes = unit { true } else { false }
        let count = isWhole ? Double(bytes) : Double(bytes) / Double(unit.size)
        if count < minimum { violate(key, "minimum") }
        if count > maximum { violate(key, "maximum") }
        guard isWriting, !replaced(key, handling) else { return }
        if isWhole { integerValue(key, bytes) } else { doubleValue(key, count) }
    }

    /// A UUID, written in lower case.
    public mutating func uuid(_ key: AttributeKey, _ value: UUID?, handling: Handling? = nil) {
        guard let value, isWriting else { return }
        var text = UUIDText(value.uuid)
        withUnsafeBytes(of: &text) { raw in
            let bytes = raw.bindMemory(to: UInt8.self)
            if handling == nil {
                plainString(key, bytes)
            } else {
                sanitized(key, bytes, handling: handling)
            }
        }
    }

    /// A URL without its user information, query and fragment.
    public mutating func url(
        _ key: AttributeKey, _ value: URL?, maxLength: Int = PropertyLimits.stringLength,
        handling: Handling? = nil
    ) {
        guard let value else { return }
        let text = value.absoluteString
        // Query and fragment are not written, so they count for nothing.
        let end = text.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? text.endIndex
        if handling == nil, text.utf8[..<end].count > maxLength,
            text[..<end].unicodeScalars.count > maxLength
        {
            violate(key, "max_length")
        }
        guard isWriting else { return }
        strippedURL(key, text, handling: handling)
    }

    /// An IPv4 or IPv6 address; other text is a violation. Without a handling it is hashed, unless the configuration says otherwise
    /// (``Configuration/Privacy/hashesIPAddresses``).
    public mutating func ip(_ key: AttributeKey, _ value: String?, handling: Handling? = nil) {
        guard var value else { return }
        value.withUTF8 { bytes in
            if !IPAddressSyntax.isAddress(bytes) { violate(key, "format") }
            guard let environment else { return }
            let isHashed = handling == nil && environment.pointee.hashesIPAddresses
            sanitized(key, bytes, handling: isHashed ? .hash : handling)
        }
    }
}

extension PropertyWriter {
    /// A value that is given as text, in the unit of its property.
    ///
    /// - Returns: whether the text is a value of the kind. If not, nothing is written.
    mutating func value(
        _ key: AttributeKey, _ text: String, as kind: PropertyKind, handling: Handling?
    ) -> Bool {
        switch kind {
        case .integer:
            guard let value = Int(text) else { return false }
            integer(key, value, handling: handling)
        case .double, .duration, .bytes:
            guard let value = Double(text), value.isFinite else { return false }
            double(key, value, handling: handling)
        case .boolean:
            guard let value = Bool(text) else { return false }
            boolean(key, value, handling: handling)
        case .text: self.text(key, text, handling: handling)
        case .ip:
            guard IPAddressSyntax.isAddress(text) else { return false }
            string(key, text, handling: handling)
        case .string, .enumeration, .timestamp, .uuid, .url, .list:
            guard text.unicodeScalars.count <= PropertyLimits.stringLength else { return false }
            string(key, text, handling: handling)
        }
        return true
    }
}
