/// The most that a catalog may declare. What is generated, written and read relies on these.
package enum DeclarationLimits {
    /// The most bytes of a name. Names are ASCII, so these are characters too. One length byte is enough for it on the wire.
    package static var nameLength: Int { 120 }
    /// The most properties of one event, and the most groups that one event may include.
    package static var propertyCount: Int { 128 }
    /// The most values of an enumeration.
    package static var enumerationCount: Int { 1000 }
    /// The most bytes of a value of an enumeration.
    package static var enumerationValueLength: Int { 256 }
}
