/// What a shell offers where a value is wanted.
package enum Completion: Sendable, Hashable {
    /// Nothing: only the user knows.
    case none
    /// Files and folders.
    case files
    /// Folders.
    case folders
    /// One of a few words.
    case choices([String])
    /// The names of all rules.
    case rules
}
