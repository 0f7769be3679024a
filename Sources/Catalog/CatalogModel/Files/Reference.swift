/// A word that names something, and its place.
struct Reference {
    /// The word.
    var name: String
    /// Its place.
    var location: SourceLocation
    /// The bytes of the file that may be replaced by another word; nil when the word is written with escapes or folded.
    var range: Range<Int>?
}
