import Foundation

/// A catalog of as many events as wanted, six properties each, in which no rule finds anything.
enum SyntheticCatalog {
    /// Writes the catalog into a new folder.
    ///
    /// - Parameter hasEnums: whether one of the six properties is an enumeration of the event's own, the dearest kind to compile; a string
    ///   otherwise.
    /// - Returns: the files, in order.
    static func write(
        events count: Int, hasEnums: Bool = true, eventsPerFile fileSize: Int = 50, to directory: URL
    ) throws -> [URL] {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        var files: [URL] = []
        for first in stride(from: 0, to: count, by: fileSize) {
            var text = first == 0 ? "catalog:\n  name: synthetic\n  version: 1.0.0\n\nevents:\n" : "events:\n"
            for number in first..<min(first + fileSize, count) {
                text += event(number, hasEnums: hasEnums, domain: number / fileSize)
            }
            let file = directory.appending(path: "domain\(first / fileSize).yaml")
            try Data(text.utf8).write(to: file)
            files.append(file)
        }
        return files
    }

    /// Writes a catalog of one event, with one enumeration, into a new folder.
    ///
    /// - Returns: its file.
    static func write(enumerationOf count: Int, isOpen: Bool, to directory: URL) throws -> URL {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let values = (0..<count).map { "value_\($0)" }.joined(separator: ", ")
        let text = """
            catalog:
              name: synthetic
              version: 1.0.0

            events:
              entity_completed:
                description: Something came to its end.
                properties:
                  kind: { type: enum, open: \(isOpen), description: Of which kind it was., values: [\(values)] }

            """
        let file = directory.appending(path: "enumeration.yaml")
        try Data(text.utf8).write(to: file)
        return file
    }

    private static func event(_ number: Int, hasEnums: Bool, domain: Int) -> String {
        let method = hasEnums ? "enum, values: [create, update, delete]" : "string, max_length: 16"
        return """
              domain\(domain)_entity\(number)_completed:
                description: Something of kind \(number) came to its end.
                owner: team-\(number % 7)
                severity: \(number % 5 == 0 ? "warn" : "info")
                properties:
                  entity_id: { type: string, max_length: 64, description: Which one it was. }
                  method: { type: \(method), description: What was done. }
                  status_code: { type: int, minimum: 100, maximum: 599, description: How it ended. }
                  duration_ms: { type: duration, unit: ms, description: How long it took. }
                  size_bytes: { type: bytes, unit: B, description: How large it was. }
                  error_message: { type: text, max_length: 512, required: false, description: What went wrong. }

            """
    }
}
