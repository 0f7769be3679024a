import CatalogModel

/// The patterns of one file, each compiled once, in a global of its own.
struct PatternTable {
    /// The globals' names by the patterns' text.
    private var names: [String: String] = [:]
    /// Names and texts in the order in which they are first used.
    private var declarations: [(name: String, pattern: String)] = []

    /// A table without patterns.
    init() {}

    /// The patterns of a file's events and context.
    ///
    /// A global is named after the property that has the pattern. If several have it, the name is what their names have in common, so
    /// that no use of it names another property. Properties with other patterns do not change a name, unless theirs would be the same.
    init(events: [EventShape], context: [Member]) {
        guard events.contains(where: { $0.hasPattern }) || context.contains(where: { $0.hasPattern }) else {
            return
        }
        let members = events.flatMap(\.members) + context
        var users: [String: Set<String>] = [:]
        var patterns: [String] = []
        for member in members {
            guard let pattern = member.property.constraints.pattern else { continue }
            if users[pattern] == nil { patterns.append(pattern) }
            users[pattern, default: []].insert(member.name)
        }
        // A property of this name would hide the global where the event is recorded.
        var taken = Set(members.map(\.name))
        for pattern in patterns {
            let base = Self.name(of: pattern, usedBy: users[pattern] ?? [])
            var name = base
            var number = 2
            while !taken.insert(name).inserted {
                name = base + String(number)
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
            writer.put(made: name)
            writer.put(" = Signalbook.Pattern(")
            writer.literal(pattern)
            writer.line(")")
        }
    }

    /// The name for a pattern of the properties with these names.
    private static func name(of pattern: String, usedBy users: Set<String>) -> String {
        if users.count == 1, let user = users.first { return user + "Pattern" }
        if let common = SwiftNames.commonName(of: Array(users)) { return common + "Pattern" }
        // Digits from the text itself, because a number in the order of the file would change with the properties before it.
        // NOTE: Not from a `Hasher`, which differs from run to run.
        let digest = pattern.utf8.reduce(0 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        let digits = String((digest ^ digest >> 16) & 0xFFFF, radix: 16)
        return "sharedPattern" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
