import CatalogModel
import YAMLLite

extension SourceLocation {
    /// The place of a node of a file.
    init(_ node: Node, in path: String) {
        self.init(path: path, line: node.start.line, column: node.start.column, length: node.length)
    }
}
