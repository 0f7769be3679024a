import CatalogModel

/// The patterns of one file, each compiled once, in a global of its own.
struct PatternTable {
    /// The globals' names by the patterns' text.
    private var names: [String: String] = [:]
    /// Names and texts in the order in which they are first used.
    private var declarations: [(name: String, pattern: String)] = []

    /// A table without patterns.
    init() {}

    /// The patterns of a file's events and context, named after the first property that has them.
    init(events: [EventShape], context: [Member]) {
        let members = events.flatMap(\.members) + context
        guard members.contains(where: { $0.property.constraints.pattern != nil }) else { return }
        // A property of this name would hide the global where the event is recorded.
        var taken = Set(members.map(\.name))
        for member in members {
            guard let pattern = member.property.constraints.pattern, names[pattern] == nil else { continue }
            var name = member.name + "Pattern"
            var number = 2
            while !taken.insert(name).inserted {
                name = member.name + "Pattern" + String(number)
                number += 1
            }
            names[pattern] = name
            declarations.append((name, pattern))
        }
    }

    /// The global that holds the given pattern.
    subscript(pattern: String) -> String? { names[pattern] }

    /// Writes the globals.
    func declare(in writer: inout SourceWriter) {
        if !declarations.isEmpty { writer.line() }
        for (name, pattern) in declarations {
            writer.put("private nonisolated let ")
            writer.put(name)
            writer.put(" = Signalbook.Pattern(")
            writer.literal(pattern)
            writer.line(")")
        }
    }
}
