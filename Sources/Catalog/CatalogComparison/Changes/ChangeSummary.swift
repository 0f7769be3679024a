import CatalogModel
import SignalVocabulary

/// The words that all ways of showing a difference share.
package struct ChangeSummary {
    private let difference: CatalogDifference

    /// Words on a difference.
    package init(_ difference: CatalogDifference) { self.difference = difference }

    /// How many changes there are of each level: `2 changes break somebody, 1 approved; 1 to note; 3 safe`.
    package var counts: String {
        let changes = difference.changes
        if changes.isEmpty { return "nothing has changed" }
        let breaking = changes.count { $0.level == .breaking }
        let approved = changes.count { $0.approval != nil }
        let notices = changes.count { $0.level == .notice }
        let safe = changes.count { $0.level == .safe }
        var parts: [String] = []
        if breaking > 0 {
            var text = breaking == 1 ? "1 change breaks somebody" : "\(breaking) changes break somebody"
            if approved > 0 { text += approved == breaking ? " and is approved" : ", \(approved) approved" }
            if approved > 1, approved == breaking { text = text.replacing("and is", with: "and are") }
            parts.append(text)
        }
        if notices > 0 { parts.append("\(notices) to note") }
        if safe > 0 { parts.append("\(safe) safe") }
        return parts.joined(separator: "; ")
    }

    /// What is to be said about the version; nil when the changes ask for none.
    package var version: String? {
        guard difference.suggestedVersion != difference.oldVersion || difference.isVersionTooLow else {
            return nil
        }
        let least = "since \(difference.oldVersion) the changes ask for \(difference.suggestedVersion)"
        return difference.isVersionTooLow
            ? "\(least), and the catalog says \(difference.newVersion)"
            : "\(least); the catalog says \(difference.newVersion)"
    }

    /// Whom a change breaks: `source wire`.
    package static func impacts(of change: CatalogChange, separator: String = " ") -> String {
        change.impacts.map(\.rawValue).joined(separator: separator)
    }

    /// Who answers for what a change breaks, the first few of them; `nobody` where the catalog names none.
    package static func owners(of change: CatalogChange) -> String {
        if change.owners.isEmpty { return "nobody" }
        let shown = change.owners.prefix(3).map(HiddenCharacters.escaped).joined(separator: ", ")
        return change.owners.count > 3 ? "\(shown) and \(change.owners.count - 3) more" : shown
    }

    /// Where a change is: its place in the new catalog, or in the old one when it is gone.
    package static func place(of change: CatalogChange) -> String {
        let location = change.new ?? change.old ?? change.anchor
        return "\(location.path):\(location.line)"
    }

    /// The events that a group's change is about, when there are several.
    package static func events(of change: CatalogChange) -> String? {
        guard change.events.count > 1 else { return nil }
        let shown = change.events.prefix(4).map { Quoted.text($0) }.joined(separator: ", ")
        return "in \(change.events.count) events: \(shown)" + (change.events.count > 4 ? ", …" : "")
    }
}
