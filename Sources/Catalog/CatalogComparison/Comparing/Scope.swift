import CatalogModel

/// What a change is about.
struct Scope {
    /// Its name, as ``CatalogChange/subject`` has it.
    var subject: String
    /// Its place in the old catalog and in the new one.
    var old: SourceLocation?
    var new: SourceLocation?
    /// Where to show it when it is gone.
    var anchor: SourceLocation
    /// The events that have it.
    var events: [String] = []
    /// Who answers for it.
    var owners: [String] = []
    /// Whether nothing was promised about it yet.
    var isInDevelopment = false
    /// Whether it is a group's, so that other events may have it too.
    var isGroup = false
}
