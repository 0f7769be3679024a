/// An enumeration that may be given values its catalog does not list; generated for `type: enum, open: true`.
///
/// An unlisted value is treated as any other string: bounded, never scrubbed. Do not put free text into it.
public protocol OpenEnumeration: Sendable, Hashable, RawRepresentable where RawValue == String {
    /// The value with this text, listed or not.
    init(rawValue: String)
}
