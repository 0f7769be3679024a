/// What a victim says at its end of what became of every event.
package struct VictimAccount: Sendable, CustomStringConvertible {
    /// The line.
    package let description: String
    /// The counts, by what the line calls them; reasons of drops too.
    private let counts: [String: Int]

    /// The account that a line is; nil if it is none.
    init?(line: String) {
        guard line.hasPrefix("tracked ") else { return nil }
        description = line
        counts = Dictionary(
            line.matches(of: /([a-z_][a-z_ ]*) (\d+)/).compactMap { match in
                Int(match.2).map { (String(match.1), $0) }
            }, uniquingKeysWith: +)
    }

    /// A count; 0 for one that is not named.
    package subscript(name: String) -> Int { counts[name] ?? 0 }

    /// Whether each event is accounted for once.
    package var isBalanced: Bool {
        self["tracked"] + self["recovered"]
            == self["delivered"] + self["pending"] + self["sampled out"] + self["rejected"] + self["dropped"]
    }
}

extension CrashVictim {
    /// The account that it gave at its end; nil if it gave none. A thread may still say that it hangs after that.
    package var account: VictimAccount? {
        lines.reversed().lazy.compactMap(VictimAccount.init(line:)).first
    }
}
