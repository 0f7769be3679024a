/// The stable names of what importing has to say.
enum ImportRule: String, CaseIterable {
    /// A file, or a part of it, is not what it should be.
    case unreadable = "import-unreadable"
    /// A catalog has no place for it.
    case notImported = "import-left-out"
    /// A name had to change.
    case renamed = "import-renamed"
    /// Something is missing that a catalog must say.
    case incomplete = "import-incomplete"
}
