/// One Swift file made from one catalog file.
package struct GeneratedFile: Sendable {
    /// Its name, without a folder, such as `requests.signals.swift`.
    package var name: String
    /// All of its text in UTF-8, which ends with a line break.
    package var bytes: [UInt8]

    /// All of its text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
