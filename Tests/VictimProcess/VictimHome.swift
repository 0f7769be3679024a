import Foundation

/// A directory for the victims of one test: their spool, and what they have to say. Removed with this value.
package final class VictimHome: Sendable {
    private let path: String

    /// A new one.
    package init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "signalbook-\(UUID().uuidString)")
            .path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The directory of all rings.
    package var spool: String { path + "/spool" }
    /// Where the victims' standard error goes.
    package var log: String { path + "/log" }

    /// The names of the rings.
    package var rings: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: spool)) ?? []).sorted()
    }

    /// What the victims have had to say.
    package var said: String {
        FileManager.default.contents(atPath: log).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
