/// The options that several commands have.
extension OptionDefinition {
    /// The catalog that the command reads: folders, or single files.
    package static let catalog = Self.value(
        "--catalog", "PATH|git:REF",
        help:
            "A folder with the catalog, or one file of it. git:REF reads it as it was at a git revision, and git:REF:PATH another path there.",
        default: "schema/", isRepeating: true, completion: .files)

    /// The same for a command that writes to it.
    static let catalogToWrite = Self.value(
        catalog.name, "PATH", help: "A folder with the catalog, or one file of it.",
        default: catalog.defaultValue, isRepeating: true, completion: .files)

    /// Other versions of the catalog, for records that name them.
    static let alsoCatalog = Self.value(
        "--also-catalog", "PATH|git:REF",
        help:
            "Another catalog or version, for records that name it; git:REF is what --catalog names as it was then, and git:REF:PATH another path.",
        isRepeating: true, completion: .files)

    /// An older version to compare the catalog with.
    ///
    /// - Parameter help: what the command does with it.
    static func against(help: String) -> Self {
        .value(againstName, "PATH|git:REF", help: help, completion: .files)
    }

    /// The name of ``against(help:)``.
    static let againstName = "--against"

    /// The day that dates of the catalog are compared with: the clock is never read.
    package static let today = Self(
        name: "--today", help: "The day to compare dates of the catalog with.", kind: .day,
        defaultValue: nil, isRepeating: false, completion: .none)
}
