/// The keys that the reader accepts, for what is made from them: the JSON Schema of the catalog language cannot then know fewer or more.
package enum CatalogKeys {
    /// The sections of a file.
    package static var sections: [String] { CatalogReader.sections }
    /// The keys of `catalog:`.
    package static var header: [String] { CatalogReader.headerKeys }
    /// The keys of an event.
    package static var event: [String] { CatalogReader.eventKeys }
    /// The keys of a property of an event or a group.
    package static var property: [String] { PropertyFields.keys }
    /// The keys of a context property.
    package static var contextProperty: [String] { PropertyFields.contextKeys }
    /// The names that no property may have, sorted.
    package static var reservedNames: [String] { WireName.reserved.sorted() }
    /// The types of a property.
    package static var types: [String] { CatalogReader.types }
}

/// The bounds that the reader keeps texts and lists to.
package enum CatalogLimits {
    /// The most bytes of a name; names are ASCII, so these are characters too.
    package static var nameLength: Int { WireName.maximumLength }
    /// The most properties of one event, and the most groups that one may include.
    package static var propertyCount: Int { CatalogResolver.maximumPropertyCount }
    /// The most that `max_length` and `max_items` may allow.
    package static var valueCount: Int { CatalogReader.maximumCount }
    /// The most values of an enumeration.
    package static var enumerationCount: Int { CatalogReader.maximumValueCount }
    /// The most bytes of a value of an enumeration.
    package static var enumerationValueLength: Int { CatalogReader.maximumValueLength }
}
