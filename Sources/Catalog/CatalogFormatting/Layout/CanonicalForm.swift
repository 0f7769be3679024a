/// What is the same for every file in canonical form.
enum CanonicalForm {
    /// The characters that a line should have at most.
    static let width = 110
}
