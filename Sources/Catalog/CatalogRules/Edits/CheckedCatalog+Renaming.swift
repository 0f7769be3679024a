import CatalogModel
import YAMLLite

extension CheckedCatalog {
    /// The edit that writes another name for a key; nil when the mapping has a key of that name already.
    func renaming(_ name: String, at place: SourceLocation, to other: String) -> Diagnostic.Fix? {
        let entries = entries(leadingTo: place)
        guard let range = entries.last?.key.textRange,
            !(entries.dropLast().last?.value.mapping ?? []).contains(where: { $0.keyText == other })
        else { return nil }
        return Diagnostic.Fix(
            title: "replace \(Quoted.text(name)) by \(Quoted.text(other))", path: place.path, range: range,
            replacement: other)
    }
}
