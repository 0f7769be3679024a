/// The order of semantic versions (Semantic Versioning 2.0.0, section 11), as far as their three numbers go.
enum Version {
    /// Whether the first is later than the second; false when one of them is none.
    static func isLater(_ first: String, than second: String) -> Bool {
        guard let first = numbers(first), let second = numbers(second) else { return false }
        return second.lexicographicallyPrecedes(first)
    }

    private static func numbers(_ text: String) -> [Int]? {
        let core = text.prefix { $0 != "-" && $0 != "+" }
        let numbers = core.split(separator: ".").compactMap { Int($0) }
        return numbers.count == 3 ? numbers : nil
    }
}
