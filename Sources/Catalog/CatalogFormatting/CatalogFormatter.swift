package import CatalogModel
import YAMLLite

/// Text of a catalog file to the same in canonical form.
///
/// Canonical form: two spaces of indentation; the keys of everything that the catalog's language knows in one order, all else in
/// the order written (events, groups, properties, values and sections above all); a property on one line in braces when it has
/// nothing but scalars and lists of scalars and the line has at most ``width`` characters, on a line a key otherwise; long texts
/// folded; quotes only where a text needs them, or where it was quoted and some reader of YAML might take it for something else; a
/// blank line between sections, events and groups, and wherever the author left one. Every comment stays with what it stands
/// before or behind. JSON stays JSON.
package enum CatalogFormatter {
    /// The characters that a line should have at most.
    package static var width: Int { CanonicalForm.width }

    /// The canonical form of a file.
    ///
    /// The result is read again before it is handed out: it has the same values and the same comments. Formatting it once more
    /// changes nothing. Any mapping or list is formatted, whether it is a catalog or not; what has no value, or is a single one, stays
    /// as it is. Linear in the size of the file.
    package static func format(_ source: CatalogSource) -> Result<String, FormattingFailure> {
        let result = parse(source.bytes)
        guard result.problems.isEmpty else {
            return .failure(.refused(result.problems.map { diagnostic($0, in: source.path) }))
        }
        guard let root = result.root, root.scalar == nil else {
            return .success(String(decoding: source.bytes, as: UTF8.self))
        }
        let comments: [String]
        let text: String
        if result.isJSON {
            comments = []
            text = JSONText.write(root)
        } else {
            let outline = OutlineBuilder.build(root, source.bytes)
            comments = outline.comments
            text = YAMLText.write(outline)
        }
        guard Verification.isSame(root, comments, as: text) else { return .failure(.changesMeaning) }
        return .success(text)
    }

    private static func diagnostic(_ problem: Problem, in path: String) -> Diagnostic {
        func location(_ position: Position, _ length: Int) -> SourceLocation {
            SourceLocation(path: path, line: position.line, column: position.column, length: length)
        }
        return Diagnostic(
            .error, rule: problem.rule, problem.message, at: location(problem.position, problem.length),
            hint: problem.hint,
            notes: problem.notes.map { Diagnostic.Note($0.message, at: location($0.position, 0)) })
    }
}
