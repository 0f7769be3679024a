/// The most that a catalog may declare. What is generated, written and read relies on these.
package enum DeclarationLimits {
    /// The most bytes of a name. Names are ASCII, so these are characters too. One length byte is enough for it on the wire.
    package static var nameLength: Int { 120 }
    /// The most properties of one event, those of its groups included, and the most groups that one event may include.
    ///
    /// It is OpenTelemetry's default limit of the attributes of one record (Common specification, "Attribute Limits",
    /// AttributeCountLimit).
    package static var propertyCount: Int { 128 }
    /// The most values of an enumeration.
    package static var enumerationCount: Int { 1000 }
    /// The most bytes of a value of an enumeration.
    package static var enumerationValueLength: Int { 256 }
    /// The most that `max_length` and `max_items` may allow, since every record must fit the runtime's buffer.
    package static var valueCount: Int { 65_536 }
    /// The most bytes of a semantic version.
    package static var versionLength: Int { 64 }
    /// The most days that a record may be kept: a hundred years.
    package static var retentionDays: Int { 36_500 }
}
