import Foundation

/// Output that was reviewed, and that a test compares with what there is now.
package enum Goldens {
    /// Whether they are to be written anew: `SIGNALBOOK_RECORD_GOLDENS` is in the environment. A run that does so has to fail, so that
    /// nothing is recorded by accident.
    package static let areRecorded = ProcessInfo.processInfo.environment["SIGNALBOOK_RECORD_GOLDENS"] != nil

    /// The first lines in which two texts differ, with their numbers.
    package static func difference(from old: String, to new: String) -> String {
        let changes = new.components(separatedBy: "\n").difference(from: old.components(separatedBy: "\n"))
        return changes.prefix(40).map { change in
            switch change {
            case .remove(let line, let text, _): "\(line + 1): -\(text)"
            case .insert(let line, let text, _): "\(line + 1): +\(text)"
            }
        }.joined(separator: "\n")
    }
}
