import CatalogModel
import YAMLLite

/// One file that was parsed.
struct Document {
    /// The file's path as it was given.
    let path: String
    /// What it holds at its top.
    let root: Node

    /// Parses a file; its problems go to the draft's findings. Nil where nothing usable came out.
    init?(_ source: CatalogSource, reportingTo draft: inout Draft) {
        let result = parse(source.bytes)
        for problem in result.problems {
            draft.findings.append(
                Diagnostic(
                    .error, rule: problem.rule, problem.message,
                    at: SourceLocation(
                        path: source.path, line: problem.position.line, column: problem.position.column,
                        length: problem.length),
                    hint: problem.hint))
        }
        guard let root = result.root else {
            if result.problems.isEmpty {
                draft.findings.append(
                    Diagnostic(
                        .warning, rule: ImportRule.unreadable.rawValue, "the file holds nothing",
                        at: SourceLocation(path: source.path, line: 1, column: 1)))
            }
            return nil
        }
        path = source.path
        self.root = root
    }
}
