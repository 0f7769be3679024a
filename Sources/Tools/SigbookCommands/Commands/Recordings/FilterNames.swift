import CatalogModel
import Recordings
import SignalVocabulary

/// The names that records of a catalog can be chosen by. Records of another version, or of another service, may have more of them, so
/// that another name is worth a word and no mistake.
struct FilterNames {
    private let names: [String]
    private let known: Set<String>

    /// The names of what every record has, of all properties, and of those that records of older versions may have.
    init(_ catalog: Catalog) {
        let properties = catalog.context.map(\.property) + catalog.events.flatMap(\.properties)
        var known: Set<String> = []
        names =
            (RecordedEvent.ownNames + properties.map(\.name) + properties.compactMap(\.renamedFrom)
            + catalog.events.flatMap(\.removed).map(\.name)).filter { known.insert($0).inserted }
        self.known = known
    }

    /// What to say about the names in a condition that the catalog does not have: a line for each, told once.
    func notes(on condition: Expression) -> [String] {
        var told: Set<String> = []
        return condition.names.map(\.text).filter { told.insert($0).inserted }.compactMap {
            note(on: $0, of: "--where")
        }
    }

    /// What to say about a name that the catalog does not have; nil for one that it has.
    func note(onContext name: String) -> String? { note(on: name, of: "--context") }

    private func note(on name: String, of option: String) -> String? {
        if known.contains(name) { return nil }
        var suggestions = Suggestions()
        let nearest = suggestions.nearest(to: name, among: names)
        return "\(option): nothing in the catalog is called \(Quoted.text(name))"
            + (nearest.map { "; did you mean \(Quoted.text($0))?" } ?? "")
    }
}
