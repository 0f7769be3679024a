/// A group as it is written.
struct RawGroup {
    /// Name, description and own properties.
    var group: PropertyGroup
    /// The Swift names of its own properties.
    var memberNames: [String]
    /// What it includes.
    var includes: [Reference]
    /// What deprecated properties say to use instead.
    var replacements: [RawReplacement]

    /// The group that is declared like this.
    init(_ raw: RawDeclaration) {
        group = PropertyGroup(raw.declaration)
        memberNames = raw.memberNames
        includes = raw.includes
        replacements = raw.replacements
    }
}
