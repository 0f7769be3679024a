import SignalVocabulary

/// The content of a spool's file `exporters`: a first line, a line for each slot, and a last line, which a torn file lacks.
///
/// A slot's line is the kind of record that it takes, a space, and the exporter's name; in files of version 1 it is the name alone, and every
/// slot takes log records.
struct ExporterNames: Sendable, Hashable {
    /// The exporters, by slot.
    let slots: [ExporterSlot]

    /// The largest file that is read.
    static let maximumSize = 16 << 10

    private static let head = "signalbook exporters 2"
    private static let headOfVersionOne = "signalbook exporters 1"
    private static let end = "end"

    /// These exporters, each with a name that is fit for a line: hidden characters become spaces, and a name ends after 256 characters.
    init(_ slots: [ExporterSlot]) {
        self.slots = slots.prefix(RecordSlots.maximumCount).map { slot in
            let scalars = slot.name.unicodeScalars.prefix(256).map {
                HiddenCharacters.contains($0) ? " " : $0
            }
            return ExporterSlot(name: String(String.UnicodeScalarView(scalars)), kind: slot.kind)
        }
    }

    /// The exporters in a file. Nil if the file is torn, or if another program wrote it.
    init?(parsing bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3, lines.count <= RecordSlots.maximumCount + 3,
            lines.last == "", lines[lines.count - 2] == Self.end[...]
        else { return nil }
        let entries = lines[1..<(lines.count - 2)]
        switch lines[0] {
        case Self.headOfVersionOne[...]: slots = entries.map { ExporterSlot(name: String($0)) }
        case Self.head[...]:
            var slots: [ExporterSlot] = []
            for entry in entries {
                guard
                    let kind = RecordKind.allCases.first(where: {
                        entry.hasPrefix($0.signal.description + " ")
                    })
                else { return nil }
                slots.append(
                    ExporterSlot(
                        name: String(entry.dropFirst(kind.signal.description.count + 1)), kind: kind))
            }
            self.slots = slots
        default: return nil
        }
    }

    /// The file's bytes.
    var bytes: [UInt8] {
        let lines = slots.map { "\($0.kind.signal) \($0.name)" }
        return Array(([Self.head] + lines + [Self.end, ""]).joined(separator: "\n").utf8)
    }
}
