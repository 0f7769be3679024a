import CatalogModel

/// The suppressions of a catalog, and which of them were of use.
struct SuppressionTable {
    /// One suppression.
    struct Entry {
        /// What the catalog says.
        var suppression: Suppression
        /// Whether it has suppressed a finding.
        var isUsed = false
    }

    /// All of them, in the order of the catalog.
    private(set) var entries: [Entry] = []
    /// The rules that were run, so that a suppression of another one is not called useless.
    private(set) var rules: Set<String> = []
    /// Indices into ``entries`` by the place of the declaration and the present name of the rule.
    private var indices: [SourceLocation: [String: Int]] = [:]

    private let known: KnownRules

    /// The suppressions of declarations and properties.
    init(_ catalog: CheckedCatalog, _ known: KnownRules) {
        self.known = known
        for item in catalog.declarations {
            add(item.declaration.suppressions, at: item.declaration.location)
        }
        for property in catalog.properties {
            add(property.property.suppressions, at: property.property.location)
        }
    }

    private mutating func add(_ suppressions: [Suppression], at place: SourceLocation) {
        for suppression in suppressions {
            let rule = known.presentName(of: suppression.rule)
            // Of a retired name and the present one the first counts, and the other is of no use.
            if indices[place]?[rule] == nil { indices[place, default: [:]][rule] = entries.count }
            entries.append(Entry(suppression: suppression))
        }
    }

    /// Notes that a rule is run.
    mutating func noteRun(of rule: String) { rules.insert(rule) }

    /// Whether one of the declarations asks to be let off the rule.
    mutating func suppress(_ rule: String, at declarations: [SourceLocation]) -> Bool {
        if indices.isEmpty { return false }
        for declaration in declarations {
            guard let index = indices[declaration]?[rule] else { continue }
            entries[index].isUsed = true
            return true
        }
        return false
    }
}
