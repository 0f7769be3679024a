import CatalogComparison
import CatalogRenderers
import EventCatalog

/// How to let the changes pass that break somebody and are not approved: whom to ask, and what to paste into the catalog.
struct ApprovalAdvice {
    private let changes: [CatalogChange]
    private let catalog: Catalog

    /// Advice on a difference for those who edit the new catalog.
    init(_ difference: CatalogDifference, for catalog: Catalog) {
        var known: Set<String> = []
        changes = difference.changes.filter { $0.isBlocking && known.insert($0.id).inserted }
        self.catalog = catalog
    }

    /// Whether nothing needs an approval.
    var isEmpty: Bool { changes.isEmpty }

    /// What to do with ``lines(width:)``, ending with a colon.
    var sentence: String {
        let owners = Set(changes.flatMap(\.owners)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .map(Quoted.escaped)
        let names = owners.count > 1 ? owners.dropLast().joined(separator: ", ") + " and " : ""
        let agreement = owners.last.map { "agree with \(names + $0), and " } ?? ""
        let what = changes.count == 1 ? "it" : "these \(changes.count) changes"
        let place = "the header in \(Quoted.escaped(catalog.location.path))"
        return "to let \(what) pass, \(agreement)add to "
            + (catalog.approvals.isEmpty ? place : "\"approvals\" of \(place)") + ":"
    }

    /// The lines to add to the header: the whole of `approvals`, or more entries of it.
    ///
    /// - Parameter width: how long a line may be; nil: an entry is one line, however long.
    func lines(width: Int? = nil) -> [String] {
        (catalog.approvals.isEmpty ? ["  approvals:"] : [])
            + changes.flatMap { Self.lines(for: $0, width: width ?? .max) }
    }

    /// One entry of `approvals`, as it is written on one line.
    static func entry(for change: CatalogChange) -> String {
        "{ change: \(scalar(change.id)), until: \(day), reason: \(reason) }"
    }

    // What nobody but the reader knows; the catalog's checks refuse the one, and a rule of theirs finds the other.
    private static let day = "YYYY-MM-DD"
    private static let reason = "TODO"

    private static func lines(for change: CatalogChange, width: Int) -> [String] {
        let line = "    - " + entry(for: change)
        if line.count <= width { return [line] }
        return ["    - change: \(scalar(change.id))", "      until: \(day)", "      reason: \(reason)"]
    }

    /// A text as YAML, without quotes where no reader needs them.
    private static func scalar(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            (byte | 0x20 > 0x60 && byte | 0x20 < 0x7B) || (byte > 0x2F && byte < 0x3A)
                || " ._-".utf8.contains(byte)
        }
        return isPlain ? text : JSONValue.string(text).line
    }
}
