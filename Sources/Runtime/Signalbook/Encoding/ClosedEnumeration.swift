/// An enumeration of the values its catalog lists, and no others; generated for `type: enum`.
///
/// Equality, hashing and the way back from text are here, once, for all of them. In a release build
/// the compiler needs longer to derive them for an enumeration than for everything else of an event.
public protocol ClosedEnumeration: Sendable, Hashable {
    /// The value as it is on the wire; no two values have the same.
    var wireValue: StaticString { get }
}

// NOTE: None of these bodies may consist of public parts alone. The optimiser would copy it into every module that has such an
// enumeration, and specialise it for each of them.
extension ClosedEnumeration {
    /// The value as it is on the wire.
    public var rawValue: String { StaticText(wireValue).string }

    /// The hash of the value's text.
    public var hashValue: Int { StaticText(wireValue).hash }

    /// Whether both are the same value.
    public static func == (left: Self, right: Self) -> Bool {
        StaticText(left.wireValue).hasSameBytes(as: StaticText(right.wireValue))
    }

    /// The value that is this text on the wire; nil where there is none among `values`. Takes time in proportion to their number.
    public init?(rawValue: String, among values: Self...) {
        guard let value = values.first(where: { StaticText($0.wireValue).string == rawValue }) else {
            return nil
        }
        self = value
    }

    /// Feeds the value's text to the hasher.
    public func hash(into hasher: inout Hasher) { StaticText(wireValue).hash(into: &hasher) }
}
