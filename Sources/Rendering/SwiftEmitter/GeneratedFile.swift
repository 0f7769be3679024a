/// One Swift file made from one catalog file.
package struct GeneratedFile: Sendable {
    /// Its name, without a folder, such as `requests.signals.swift`.
    package var name: String
    /// All of its text, which ends with a line break.
    package var text: String

    /// A file with the given name and text.
    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
