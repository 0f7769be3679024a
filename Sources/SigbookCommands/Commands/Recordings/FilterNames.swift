import EventCatalog
import Recordings

/// The names that records of a catalog can be chosen by: a filter by another one shows nothing, ever.
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

    /// Fails with a usage error when the condition names something else.
    func check(_ condition: Expression, written text: String) throws(CommandFailure) {
        guard let name = condition.names.first(where: { !known.contains($0.text) }) else { return }
        let error = ExpressionError(message(on: name.text), at: name.offset)
        throw CommandFailure("--where: \(error.message)\n\(error.excerpt(of: text))")
    }

    /// Fails with a usage error when no record can have a value of that name.
    func check(context name: String) throws(CommandFailure) {
        if !known.contains(name) { throw CommandFailure("--context: \(message(on: name))") }
    }

    private func message(on name: String) -> String {
        var suggestions = Suggestions()
        let nearest = suggestions.nearest(to: name, among: names)
        return "nothing in the catalog is called \(Quoted.text(name))"
            + (nearest.map { "; did you mean \(Quoted.text($0))?" } ?? "")
    }
}
