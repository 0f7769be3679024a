import CatalogModel
import YAMLLite

/// A scalar without quotes that may mean something else to another reader, such as a parser of YAML 1.1 or a person.
struct PlainScalar: Sendable {
    /// The node.
    var node: Node
    /// Its scalar.
    var scalar: Scalar
    /// The key whose value it is, or in whose list it is.
    var key: String
    /// Whether it is a key itself.
    var isKey: Bool
    /// Its place.
    var location: SourceLocation
    /// Where the declarations around it stand, which may suppress what is found about it.
    var declarations: [SourceLocation]
    /// The place of the `#` of a comment on the same line, in bytes from the beginning of the file.
    var comment: Int?

    /// The edit that puts the scalar in quotes, which changes nothing for a parser of YAML 1.2.
    var quoting: Diagnostic.Fix? {
        node.textRange.map { range in
            Diagnostic.Fix(
                title: "put \(Quoted.text(scalar.text)) in quotes", path: location.path, range: range,
                replacement: "'\(scalar.text)'")
        }
    }
}
