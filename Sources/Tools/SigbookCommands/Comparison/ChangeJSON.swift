import CatalogComparison
import DocumentTools
import CatalogModel

/// A difference of catalogs as one JSON object, for programs. Members are added over time; none changes its meaning while
/// `version` is 1.
///
///     {
///       "version": 1,
///       "passes": false,                               whether nothing breaks that is not approved
///       "oldVersion": "1.0.0", "newVersion": "1.1.0", "suggestedVersion": "2.0.0", "versionTooLow": true,
///       "changes": [
///         {
///           "id": "property-removed order.total",      stable; what an approval names
///           "kind": "property-removed", "subject": "order.total",
///           "detail": "…",                             the constraint or enum value meant; absent when there is none
///           "impacts": ["source", "wire"],             source, wire, meaning, privacy; or safe alone
///           "level": "breaking",                       breaking, notice or safe
///           "explanation": "…",
///           "events": ["order"], "owners": ["sales"],
///           "old": { "path": "main:schema/a.yaml", "line": 8, … }, "new": { … },   absent where it is not
///           "approval": { "until": "2027-01-31", "reason": "…" },                  absent where there is none
///           "approve": "{ change: …, until: YYYY-MM-DD, reason: TODO }",           what to add to "approvals"; absent where none is needed, and
///           "renew": { "path": "schema/a.yaml", "line": 6, … }                     where one is there that has ended
///         }
///       ],
///       "findings": [ … ]                              about approvals, as "sigbook check" has them
///     }
enum ChangeJSON {
    /// The object's text, ended by a line feed.
    static func text(of difference: CatalogDifference, _ advice: ApprovalAdvice) -> String {
        JSONValue.object(
            ("version", .integer(1)), ("passes", .bool(difference.passes)),
            ("oldVersion", .string(difference.oldVersion)), ("newVersion", .string(difference.newVersion)),
            ("suggestedVersion", .string(difference.suggestedVersion)),
            ("versionTooLow", .bool(difference.isVersionTooLow)),
            ("changes", .array(difference.changes.map { change($0, advice) })),
            ("findings", .array(difference.findings.map(JSONFindings.finding)))
        ).text
    }

    private static func change(_ change: CatalogChange, _ advice: ApprovalAdvice) -> JSONValue {
        let ended = change.isBlocking ? change.endedApproval : nil
        return .object(
            ("id", .string(change.id)), ("kind", .string(change.kind.rawValue)),
            ("subject", .string(change.subject)), ("detail", change.detail.map(JSONValue.string)),
            ("impacts", .array(change.impacts.map { .string($0.rawValue) })),
            ("level", .string(change.level.rawValue)), ("explanation", .string(change.explanation)),
            ("events", .array(change.events.map(JSONValue.string))),
            ("owners", .array(change.owners.map(JSONValue.string))),
            ("old", change.old.map(JSONFindings.location)), ("new", change.new.map(JSONFindings.location)),
            (
                "approval",
                change.approval.map {
                    .object(("until", .string($0.until)), ("reason", .string($0.reason)))
                }
            ),
            ("approve", change.isBlocking && ended == nil ? .string(advice.entry(for: change)) : nil),
            ("renew", ended.map { JSONFindings.location($0.location) }))
    }
}
