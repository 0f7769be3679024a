import SignalVocabulary

/// The keys that the reader accepts. The JSON Schema of the catalog language is made from these, so that it has neither fewer nor more.
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
    package static var reservedNames: [String] { RecordField.allCases.map(\.rawValue).sorted() }
    /// The types of a property.
    package static var types: [String] { PropertyKind.allCases.map(\.rawValue) }
}
