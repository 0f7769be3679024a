/// Which commands take `--catalog`, and what to do when a package has several catalogs.
///
/// NOTE: The command plugin reads this file through a symbolic link, so that it and the command line cannot disagree. It needs no
/// import and must stay so.
enum CatalogUse {
    /// Commands that are done for one catalog after another; what they write may stand one under the other.
    static let forEach: Set = ["check", "diff", "fmt", "status"]
    /// Commands that are about one catalog: their result is one file or folder, or they judge records by it.
    static let forOne: Set = ["docs", "export", "new", "report", "tail", "verify"]
    /// Commands that make a catalog.
    static let making: Set = ["init"]
}
