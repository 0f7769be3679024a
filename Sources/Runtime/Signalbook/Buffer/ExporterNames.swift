import SignalVocabulary

/// The content of a spool's file `exporters`: a first line, a name for each slot, and a last line, which a torn file lacks.
struct ExporterNames: Sendable, Hashable {
    /// The names, by slot.
    let names: [String]

    /// The largest file that is read.
    static let maximumSize = 16 << 10

    private static let head = "signalbook exporters 1"
    private static let end = "end"

    /// These names, each fit for a line: hidden characters become spaces, and a name ends after 256 characters.
    init(_ names: [String]) {
        self.names = names.prefix(RecordSlots.maximumCount).map { name in
            String(
                String.UnicodeScalarView(
                    name.unicodeScalars.prefix(256).map {
                        HiddenCharacters.contains($0) ? " " : $0
                    }))
        }
    }

    /// The names in a file. Nil if the file is torn, or if another program wrote it.
    init?(parsing bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3, lines.count <= RecordSlots.maximumCount + 3, lines.first == Self.head[...],
            lines.last == "", lines[lines.count - 2] == Self.end[...]
        else { return nil }
        names = lines[1..<(lines.count - 2)].map(String.init)
    }

    /// The file's bytes.
    var bytes: [UInt8] { Array(([Self.head] + names + [Self.end, ""]).joined(separator: "\n").utf8) }
}
