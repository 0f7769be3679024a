import CatalogModel
import SignalVocabulary

/// What the last word of a name says about a unit.
enum UnitNames {
    /// A unit, in whatever words it was said.
    enum Meaning: Hashable {
        case duration(DurationUnit)
        case bytes(ByteUnit)
        case percent
        case ratio

        /// The unit as a catalog writes it.
        var text: String {
            switch self {
            case .duration(let unit): unit.rawValue
            case .bytes(let unit): unit.rawValue
            case .percent: "%"
            case .ratio: "1"
            }
        }
    }

    /// What the last word of a name says; nil: nothing, or something that has another meaning in names as well, such as `min`.
    static func meaning(ofLastWordIn words: [String]) -> Meaning? {
        guard words.count > 1, let word = words.last else { return nil }
        switch word {
        case "min", "mins", "d", "b", "second", "minute", "hour", "day": return nil
        default: return meaning(of: word)
        }
    }

    /// What a word for a unit means.
    static func meaning(of word: String) -> Meaning? {
        if let unit = UnitWords.durationUnit(word) { return .duration(unit) }
        if let unit = UnitWords.byteUnit(word) { return .bytes(unit) }
        switch word {
        case "percent", "pct", "percentage", "%": return .percent
        case "ratio", "fraction", "1": return .ratio
        default: return nil
        }
    }

    /// The unit of a property, whether its type has it or it is written for people; nil: it has none, or one that no name says.
    static func meaning(ofUnitOf property: Property) -> Meaning? {
        switch property.type {
        case .duration(let unit): .duration(unit)
        case .bytes(let unit): .bytes(unit)
        default: property.unit.flatMap { meaning(of: $0.lowercased()) }
        }
    }
}
