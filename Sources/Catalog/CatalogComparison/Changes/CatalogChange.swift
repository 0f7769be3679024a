package import CatalogModel
import SignalVocabulary

/// One change between two versions of a catalog.
package struct CatalogChange: Sendable, Hashable, Identifiable {
    /// What kind of change it is.
    package var kind: ChangeKind
    /// What changed: `session_created`, `session_created.bundle_id`, `context.user_id`, `catalog`; for what is changed in a
    /// group and so in every event that includes it, `groups.failure.error_type`. New names where something was renamed.
    package var subject: String
    /// Which part of it, where that is needed to tell changes apart: the name of a constraint or the value of an enumeration.
    package var detail: String?
    /// Whom it breaks, in order; never empty.
    package var impacts: [ChangeImpact]
    /// How much that matters.
    package var level: ChangeLevel
    /// How far the version has to be raised for it.
    package var bump: VersionBump
    /// What happened, in one line of plain words: lower case, no full stop.
    package var explanation: String
    /// Where it stood in the old catalog; nil for what is new.
    package var old: SourceLocation?
    /// Where it stands in the new catalog; nil for what is gone.
    package var new: SourceLocation?
    /// The place in the new catalog to show it at: ``new``, or what contained the thing that is gone.
    package var anchor: SourceLocation
    /// The events that it is about, by their new names; none when it is about the catalog or the context.
    package var events: [String]
    /// Who answers for what it breaks, each once; none where the catalog names nobody.
    package var owners: [String]
    /// The approval that lets it pass.
    package var approval: Approval?
    /// The approval that would let it pass, had it not ended.
    package var endedApproval: Approval?

    /// The change's stable identifier, such as `property-removed session_created.bundle_id`: what an approval names.
    package var id: String {
        let id = kind.rawValue + " " + subject
        return detail.map { id + " " + HiddenCharacters.escaped($0) } ?? id
    }

    /// Whether it keeps a comparison from passing: it breaks somebody, and is not approved.
    package var isBlocking: Bool { level == .breaking && approval == nil }
}
