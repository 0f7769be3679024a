import CatalogModel
import SignalVocabulary

extension Property {
    /// The type as readers are told it: with its unit, and whether an enumeration is open.
    var typeText: String {
        switch type {
        case .duration(let unit): type.kind.rawValue + " in " + unit.rawValue
        case .bytes(let unit): unit == .bytes ? type.name : type.kind.rawValue + " in " + unit.rawValue
        case .enumeration(let enumeration): enumeration.isOpen ? type.name + ", open" : type.name
        case .int, .double: unit.map { type.name + " in " + $0 } ?? type.name
        default: type.name
        }
    }

    /// What its values must keep to, each in a few words; patterns and the values of enumerations are not among them.
    var constraintTexts: [String] {
        var texts: [String] = []
        var hasRange = false
        if let minimum = constraints.minimum, let maximum = constraints.maximum {
            texts.append(minimum.text + " to " + maximum.text)
            hasRange = true
        }
        for kind in Self.constraintKinds {
            if hasRange, kind == .minimum || kind == .maximum { continue }
            if let text = constraintText(kind) { texts.append(text) }
        }
        return texts
    }

    /// The kinds of constraints by what they measure.
    private static let constraintKinds = ConstraintKind.Measure.allCases.flatMap { measure in
        ConstraintKind.allCases.filter { $0.test.measure == measure }
    }

    private func constraintText(_ kind: ConstraintKind) -> String? {
        guard let bound = constraints[kind]?.bound else { return nil }
        let (measure, direction) = kind.test
        let isCut = measure == .length && direction == .above && (type == .text || handling == .truncate)
        let verb = isCut ? "cut to " : direction == .below ? "at least " : "at most "
        switch measure {
        case .value: return verb + bound.text
        case .length: return verb + Self.count(Int(bound.doubleValue), "character")
        case .count: return verb + Self.count(Int(bound.doubleValue), "item")
        case .form: return nil
        }
    }

    /// What becomes of the value before it leaves the calling function; nil when it stays as it is.
    var treatment: String? {
        switch handling {
        case .hash: return "hashed"
        case .redact: return "redacted"
        case .mask: return "masked"
        case .truncate: return "truncated"
        case .drop: return "dropped"
        case nil: break
        }
        switch type.traits.treatment {
        case .scrubbed: return "scrubbed"
        case .hashed: return "hashed"
        case .stripped, nil: return nil
        }
    }

    /// What the treatment does, in a sentence.
    var treatmentText: String? {
        switch treatment {
        case "hashed": "A keyed hash (HMAC-SHA-256) is written in its place."
        case "redacted": "`\(HandledText.redacted)` is written in its place."
        case "masked": "At most its last four characters stay; the rest becomes asterisks."
        case "truncated": "Only its beginning stays; of an IP address, its network."
        case "dropped": "It is checked and then left out of the record."
        case "scrubbed": "Addresses, tokens, keys and numbers of cards in it are replaced."
        default: nil
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        GroupedNumber.text(number) + " " + noun + (number == 1 ? "" : "s")
    }
}

extension SourceLocation {
    /// The place as people write it: `schema/sessions.yaml:12`.
    var text: String { path + ":" + String(line) }
}
