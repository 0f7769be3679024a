import Foundation
import TestSupport
import Testing

/// Output as it was reviewed, in `Goldens/`.
///
/// Run with `SIGNALBOOK_RECORD_GOLDENS=1` in the environment to write it anew; such a run always fails, so that nothing is recorded
/// by accident.
enum Golden {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Goldens", directoryHint: .isDirectory)

    /// Fails when the text is not what was reviewed.
    static func expect(_ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        let file = folder.appending(path: name)
        if Goldens.areRecorded {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
            Issue.record(
                "recorded \(name); run again without SIGNALBOOK_RECORD_GOLDENS",
                sourceLocation: sourceLocation)
            return
        }
        let old = try String(contentsOf: file, encoding: .utf8)
        if old != text {
            Issue.record(
                "\(name) differs:\n\(Goldens.difference(from: old, to: text))", sourceLocation: sourceLocation
            )
        }
    }
}
