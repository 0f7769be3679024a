import SignalWire

/// A value as it was encoded: what an attribute of a ``RecordedSignal`` holds.
///
/// Compares with literals: `signal.attributes["status_code"] == 200`. An integer and a double are never equal, as they are
/// different on the wire.
public struct SignalValue: Sendable, Hashable {
    private enum Backing: Sendable, Hashable {
        case null
        case string(String)
        case boolean(Bool)
        case integer(Int64)
        case double(Double)
        case list([SignalValue])
        case map([String: SignalValue])
        case bytes([UInt8])
    }
    private let backing: Backing

    /// Not set.
    public static let null = SignalValue(backing: .null)
    /// A text.
    public static func string(_ value: String) -> SignalValue { SignalValue(backing: .string(value)) }
    /// True or false.
    public static func boolean(_ value: Bool) -> SignalValue { SignalValue(backing: .boolean(value)) }
    /// An integer.
    public static func integer(_ value: Int64) -> SignalValue { SignalValue(backing: .integer(value)) }
    /// A floating-point number.
    public static func double(_ value: Double) -> SignalValue { SignalValue(backing: .double(value)) }
    /// Several values.
    public static func list(_ values: [SignalValue]) -> SignalValue { SignalValue(backing: .list(values)) }
    /// Values by name.
    public static func map(_ values: [String: SignalValue]) -> SignalValue {
        SignalValue(backing: .map(values))
    }
    /// Bytes.
    public static func bytes(_ value: [UInt8]) -> SignalValue { SignalValue(backing: .bytes(value)) }

    /// Whether it is not set.
    public var isNull: Bool { backing == .null }
    /// The text, nil if it is none.
    public var stringValue: String? { if case .string(let value) = backing { value } else { nil } }
    /// True or false, nil if it is neither.
    public var booleanValue: Bool? { if case .boolean(let value) = backing { value } else { nil } }
    /// The integer, nil if it is none.
    public var integerValue: Int64? { if case .integer(let value) = backing { value } else { nil } }
    /// The floating-point number, nil if it is none.
    public var doubleValue: Double? { if case .double(let value) = backing { value } else { nil } }
    /// The values, nil if it is no list.
    public var listValue: [SignalValue]? { if case .list(let value) = backing { value } else { nil } }
    /// The values by name, nil if it is no map.
    public var mapValue: [String: SignalValue]? { if case .map(let value) = backing { value } else { nil } }
    /// The bytes, nil if it is none.
    public var bytesValue: [UInt8]? { if case .bytes(let value) = backing { value } else { nil } }
}

extension SignalValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByNilLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// True or false.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    /// An integer.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// A floating-point number.
    public init(floatLiteral value: Double) { self = .double(value) }
    /// Several values.
    public init(arrayLiteral elements: SignalValue...) { self = .list(elements) }
    /// ``null``.
    public init(nilLiteral: ()) { self = .null }
}

extension SignalValue: CustomStringConvertible {
    /// The value as Swift would write it; `null` if it is not set.
    public var description: String {
        switch backing {
        case .null: "null"
        case .string(let value): value.debugDescription
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .double(let value): "\(value)"
        case .list(let values): "[\(values.map(\.description).joined(separator: ", "))]"
        case .map(let values):
            "[\(values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))]"
        case .bytes(let value): "\(value.count) bytes"
        }
    }
}

extension SignalValue {
    /// A copy of a value on the wire.
    init(_ value: WireValue, depth: Int = 0) throws(WireError) {
        guard depth <= WireValue.maximumDepth else { throw .tooDeep }
        switch value {
        case .null: self = .null
        case .string(let text): self = .string(String(decoding: text, as: UTF8.self))
        case .bool(let flag): self = .boolean(flag)
        case .int(let number): self = .integer(number)
        case .double(let number): self = .double(number)
        case .bytes(let bytes): self = .bytes(Array(bytes))
        case .array(let encoded):
            var values: [SignalValue] = []
            var list = WireList(encoded)
            while let element = try list.next() { values.append(try SignalValue(element, depth: depth + 1)) }
            self = .list(values)
        case .keyValueList(let encoded):
            var values: [String: SignalValue] = [:]
            var list = WireKeyValueList(encoded)
            while let element = try list.next() {
                let key = String(decoding: element.key, as: UTF8.self)
                values[key] = try SignalValue(element.value, depth: depth + 1)
            }
            self = .map(values)
        }
    }
}
