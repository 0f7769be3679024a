/// "Did you mean": finds the candidate that is nearest to a misspelt word.
///
/// The work of a whole run is bounded, so that a catalog with thousands of misspelt references to thousands of groups is refused in
/// linear time, too. The last of its diagnostics then have no suggestion.
package struct Suggestions: Sendable {
    /// How many candidates may still be compared.
    private var remaining = 100_000

    /// For the words of one run.
    package init() {}

    /// The candidate nearest to the word; nil if none is near enough.
    ///
    /// A third of the word's letters may differ, at least one and at most three. Of two candidates that are equally near it is the
    /// first.
    package mutating func nearest(to word: String, among candidates: [String]) -> String? {
        guard word.utf8.count <= DeclarationLimits.nameLength else { return nil }
        return NearestWord.find(word, among: candidates, comparing: &remaining)
    }

    /// How many letters differ between two words; nil if more than `limit`. See ``NearestWord/distance(_:_:limit:)``.
    package static func distance(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int? {
        NearestWord.distance(first, second, limit: limit)
    }
}
