/// What the value of a key is. Readers of the language switch over these; a new one is a compile error in each of them.
package enum KeyValue: Sendable, Hashable {
    /// A text that is not empty.
    case text
    /// A name, as ``WireName`` defines it.
    case name
    /// A semantic version, such as `1.0.0`.
    case version
    /// A day, `YYYY-MM-DD`.
    case day
    /// A number of days, such as `90d`.
    case days
    /// A Swift identifier in lower camel case.
    case swiftName
    /// The name of a Swift type, in upper camel case.
    case swiftType
    /// The name of an environment variable.
    case variable
    /// True or false.
    case flag(default: Bool)
    /// A number from 0 through 1; 1 where the key is left out.
    case share
    /// A finite number.
    case number
    /// A whole number from 1.
    case count
    /// A pattern, in the `SignalPattern` subset.
    case pattern
    /// A text, a number or a truth value.
    case scalar
    /// One of these words. The second one is what holds where the key is left out.
    case choice([String], default: String?)
    /// A value of an enumeration.
    case enumerationValue
    /// A list of texts.
    case texts
    /// A list of names of groups.
    case groups
    /// The levels and settings of rules, by their names.
    case rules
    /// Reasons, by the names of the rules that do not apply.
    case suppressions
    /// One mapping.
    case mapping(CatalogMapping)
    /// Mappings by names that the catalog chooses.
    case named(CatalogMapping)
    /// A list of mappings. In place of an ``CatalogMapping/enumerationValue`` a scalar may be given.
    case list(CatalogMapping)
}
