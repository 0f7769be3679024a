import CatalogComparison
import DocumentTools
import CatalogModel
import SignalVocabulary

/// How to let the changes pass that break somebody and are not approved: whom to ask, and what to write into the catalog.
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

    /// The language that the header is written in, as Markdown names it.
    var language: String { isJSON ? "json" : "yaml" }

    /// What to do with ``lines(width:)``, ending with a colon where there are some.
    var sentence: String {
        let owners = Set(changes.flatMap(\.owners)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .map(HiddenCharacters.escaped)
        let names = owners.count > 1 ? owners.dropLast().joined(separator: ", ") + " and " : ""
        let agreement = owners.last.map { "agree with \(names + $0), and " } ?? ""
        let what = changes.count == 1 ? "it" : "these \(changes.count) changes"
        var steps: [String] = []
        let ended = changes.compactMap(\.endedApproval)
        if !ended.isEmpty {
            steps.append(
                "change \"until\" of the approval\(ended.count == 1 ? "" : "s") at "
                    + ended.map(Self.place).joined(separator: ", "))
        }
        if !missing.isEmpty { steps.append(addition + ":") }
        return "to let \(what) pass, \(agreement)" + steps.joined(separator: ", and ")
    }

    /// The lines to add to the header: the whole of `approvals`, or more entries of it; none where every approval that is needed is there,
    /// and has ended.
    ///
    /// - Parameter width: how long a line may be; nil: an entry is one line, however long.
    func lines(width: Int? = nil) -> [String] {
        if missing.isEmpty { return [] }
        let isWhole = catalog.approvals.isEmpty
        guard isJSON else {
            return (isWhole ? ["  approvals:"] : [])
                + missing.flatMap { lines(for: $0, width: width ?? .max) }
        }
        let entries = missing.enumerated().map { index, change in
            "      " + entry(for: change) + (index < missing.count - 1 ? "," : "")
        }
        return isWhole ? ["    \"approvals\": ["] + entries + ["    ]"] : entries
    }

    /// What to do about one change, behind "to let it pass, ".
    func step(for change: CatalogChange) -> String {
        change.endedApproval.map { "change \"until\" of the approval at \(Self.place($0))" }
            ?? "add \(entry(for: change)) to \"approvals\" in the catalog's header"
    }

    /// One entry of `approvals`, as it is written on one line.
    func entry(for change: CatalogChange) -> String {
        guard isJSON else {
            return "{ change: \(Self.scalar(change.id)), until: \(Self.day), reason: \(Self.reason) }"
        }
        let id = JSONValue.string(change.id).line
        return "{ \"change\": \(id), \"until\": \"\(Self.day)\", \"reason\": \"\(Self.reason)\" }"
    }

    // Placeholders in the entry that is shown: only its reader knows the day and the reason. A catalog with this day has an error, and the
    // rule placeholder-reason reports this reason.
    private static let day = "YYYY-MM-DD"
    private static let reason = "TODO"

    /// The changes that no approval names.
    private var missing: [CatalogChange] { changes.filter { $0.endedApproval == nil } }

    private var isJSON: Bool { catalog.location.path.hasSuffix(".json") }

    /// Where ``lines(width:)`` go.
    private var addition: String {
        let header = "the header in \(HiddenCharacters.escaped(catalog.location.path))"
        if !catalog.approvals.isEmpty { return "add to \"approvals\" of \(header)" }
        return catalog.hasApprovals
            ? "write in the place of the empty \"approvals\" of \(header)" : "add to \(header)"
    }

    private static func place(_ approval: Approval) -> String {
        "\(HiddenCharacters.escaped(approval.location.path)):\(approval.location.line)"
    }

    private func lines(for change: CatalogChange, width: Int) -> [String] {
        let line = "    - " + entry(for: change)
        if line.count <= width { return [line] }
        return [
            "    - change: \(Self.scalar(change.id))", "      until: \(Self.day)",
            "      reason: \(Self.reason)",
        ]
    }

    /// A text as YAML, without quotes where no reader needs them.
    private static func scalar(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            ASCII.isAlphanumeric(byte) || " ._-".utf8.contains(byte)
        }
        return isPlain ? text : JSONValue.string(text).line
    }
}
