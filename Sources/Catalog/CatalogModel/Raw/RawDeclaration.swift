/// A declaration as it is written.
struct RawDeclaration {
    /// The declaration with its own properties.
    var declaration: Declaration
    /// The Swift names of its own properties.
    var memberNames: [String] = []
    /// The groups it includes.
    var includes: [Reference] = []
    /// What to use instead of it.
    var replacedBy: Reference?
    /// What deprecated properties say to use instead.
    var replacements: [RawReplacement] = []
}
