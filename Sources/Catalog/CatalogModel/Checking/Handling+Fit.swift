package import SignalVocabulary

extension Handling {
    /// Whether the handling can be applied to values of the type (``TypeTraits/handlings``).
    package func fits(_ type: PropertyType) -> Bool { type.traits.handlings.contains(self) }

    /// The handlings that can be applied to values of the type.
    package static func fitting(_ type: PropertyType) -> [Handling] {
        let fitting = type.traits.handlings
        return allCases.filter(fitting.contains)
    }
}
