/// How a catalog file's path is shown in generated code: the same on every machine.
enum CatalogPath {
    /// The path relative to the package's folder.
    ///
    /// A file outside of it is shown from its folder called `schema` on, or by its name alone: an absolute path would make
    /// the generated code differ from machine to machine.
    static func relative(_ path: String, to root: String?) -> String {
        var path = Files.cleaned(path)
        if let root {
            let prefix = root == "/" || root == "." ? "" : root + "/"
            if root != ".", path.hasPrefix(prefix) { path.removeFirst(prefix.utf8.count) }
        }
        guard path.hasPrefix("/") || path.hasPrefix("../") else { return path }
        let parts = path.split(separator: "/")
        guard let last = parts.last else { return path }
        if let schema = parts.lastIndex(of: "schema"), schema < parts.count - 1 {
            return parts[schema...].joined(separator: "/")
        }
        return String(last)
    }
}
