import CatalogModel
import SignalVocabulary
import Testing

/// The rows of types and constraints say what the reader does.
@Suite struct TypeTraitsTests {
    /// The keys that give a type.
    private func keys(of type: PropertyType) -> String {
        let kind = "type: \(type.kind.rawValue)"
        return switch type.kind.detail {
        case .none, .unit: kind
        case .values: kind + ", values: [a]"
        case .durationUnit: kind + ", unit: ms"
        case .byteUnit: kind + ", unit: B"
        case .elements:
            if case .list(let element) = type { kind + ", items: \(element.rawValue)" } else { kind }
        }
    }

    /// The rules that a property of the type breaks which has this, too.
    private func rules(_ type: PropertyType, _ addition: String) -> [String] {
        let property = "{ \(keys(of: type)), \(addition), description: P. }"
        let text =
            "catalog: { name: a, version: 1.0.0 }\nevents: { e: { description: E., properties: { p: \(property) } } }\n"
        let source = CatalogSource(path: "a.yaml", text: text)
        return CatalogLoader.load([source]).diagnostics.filter { $0.severity == .error }.map(\.rule)
    }

    @Test func `there is a sample of every kind`() {
        #expect(Set(PropertyType.samples.map(\.kind)) == Set(PropertyKind.allCases))
    }

    @Test(arguments: PropertyType.samples)
    func `a constraint is accepted by the types that have it in their row`(type: PropertyType) {
        for kind in ConstraintKind.allCases {
            let limit = kind.test.measure == .form ? "'[a-z]+'" : "5"
            let isAccepted = type.traits.constraints.contains(kind)
            let found = rules(type, "\(kind.definition.name): \(limit)")
            #expect(
                found == (isAccepted ? [] : [CatalogRule.constraintMismatch.rawValue]),
                "\(kind) of \(type.name)")
        }
    }

    @Test(arguments: PropertyType.samples)
    func `a handling is accepted by the types that have it in their row`(type: PropertyType) {
        for handling in Handling.allCases {
            let needsLength = handling == .truncate && type == .string
            let found = rules(type, "handling: \(handling.rawValue)" + (needsLength ? ", max_length: 8" : ""))
            let isAccepted = type.traits.handlings.contains(handling)
            #expect(
                found == (isAccepted ? [] : [CatalogRule.handlingMismatch.rawValue]),
                "\(handling) of \(type.name)")
        }
    }

    @Test func `other words for types are no names of types, and lead to one`() {
        let names = Set(PropertyKind.allCases.map(\.rawValue))
        var words: Set<String> = []
        for kind in PropertyKind.allCases {
            for word in kind.aliases {
                #expect(!names.contains(word) && words.insert(word).inserted, "\(word)")
            }
        }
        #expect(words.count > 20)
    }

    @Test func `a constraint is set and read by its kind`() {
        var constraints = Constraints()
        for kind in ConstraintKind.allCases {
            #expect(constraints[kind] == nil)
            let limit: Constraints.Limit = kind.test.measure == .form ? .pattern("a") : .bound(.integer(7))
            constraints.set(kind, to: limit)
            #expect(constraints[kind] == limit)
        }
        #expect(
            constraints
                == Constraints(
                    minimum: .integer(7), maximum: .integer(7), maxLength: 7, maxItems: 7, pattern: "a"))
        for kind in ConstraintKind.allCases { constraints.set(kind, to: nil) }
        #expect(constraints == Constraints())
    }
}
