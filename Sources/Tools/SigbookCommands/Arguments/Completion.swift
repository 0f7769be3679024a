/// What a shell offers as a value.
package enum Completion: Sendable, Hashable {
    /// Nothing, because only the user knows the value.
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
