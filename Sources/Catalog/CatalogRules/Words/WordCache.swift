/// The words of names that occur many times, found once.
struct WordCache {
    private var words: [String: [String]] = [:]

    /// The words of a name.
    mutating func words(of name: String) -> [String] {
        if let known = words[name] { return known }
        let found = NameWords.split(name)
        words[name] = found
        return found
    }
}
