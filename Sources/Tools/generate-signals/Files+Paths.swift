// NOTE: sigbook reads this file through a symbolic link.

extension Files {
    /// A path without slashes at its end. `/` stays.
    static func withoutEndSlashes(_ path: String) -> String {
        var path = path[...]
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        return String(path)
    }

    /// A path without slashes at its end and without `./` at its beginning.
    static func cleaned(_ path: String) -> String {
        var path = withoutEndSlashes(path)[...]
        while path.utf8.count > 2, path.hasPrefix("./") { path.removeFirst(2) }
        return String(path)
    }
}
