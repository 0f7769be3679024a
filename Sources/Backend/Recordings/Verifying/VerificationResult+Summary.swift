import SignalVocabulary
import CatalogModel

extension VerificationResult {
    /// How many names of what was not seen are shown.
    private static let shownNames = 8

    /// What was read and seen, for people; a few lines.
    package func summary() -> String {
        let kinds = coverage.events.seen
        var text =
            "\(Figures.count(counts.records, "event")) of \(Figures.count(kinds, "kind")) in "
            + "\(Figures.count(lineCount, "line")), \(Figures.bytes(byteCount))\n"
        text += "coverage of \(catalog): \(Figures.percent(coverage.percent))\n"
        text += row("events", coverage.events, "not seen", coverage.missingEvents)
        text += row(
            "properties", coverage.properties, "not seen, of events that were", coverage.missingProperties)
        text += row(
            "enum values", coverage.values, "not seen, of properties that were", coverage.missingValues)
        for note in notes() { text += "note: \(note)\n" }
        return text
    }

    private func row(
        _ title: String, _ share: Coverage.Share, _ label: String, _ missing: [String]
    ) -> String {
        let figures = "\(GroupedNumber.text(share.seen)) of \(GroupedNumber.text(share.total))"
        var line =
            "  " + title + String(repeating: " ", count: 13 - title.count) + figures
        guard !missing.isEmpty else { return line + "\n" }
        line += String(repeating: " ", count: max(2, 14 - figures.count)) + label + ": "
        line += missing.prefix(Self.shownNames).joined(separator: ", ")
        if missing.count > Self.shownNames {
            line += " and \(GroupedNumber.text(missing.count - Self.shownNames)) more"
        }
        return line + "\n"
    }

    /// The records that were not judged, by catalog.
    var unjudgedNotes: [String] {
        counts.unjudged.sorted { $0.key < $1.key }.map { name, count in
            "\(Figures.count(count, "record")) of catalog \(Quoted.text(name)), which was not given"
        }
    }

    /// What is no finding, but good to know.
    package func notes() -> [String] {
        var notes: [String] = []
        if counts.withoutCatalog > 0 {
            notes.append(
                "\(Figures.count(counts.withoutCatalog, "record")) without a catalog's name, judged by \(catalog)"
            )
        }
        for (name, other) in counts.foreign.sorted(by: { $0.key < $1.key }) {
            notes.append(
                "\(Figures.count(other.count, "record")) made with \(Quoted.text(name)), which is not at hand, "
                    + "judged by \(other.judgedBy)")
        }
        notes += unjudgedNotes
        if counts.unnamed > 0 {
            notes.append("\(Figures.count(counts.unnamed, "log record")) without an event's name, not judged")
        }
        if otherSignalLines > 0 {
            notes.append("\(Figures.count(otherSignalLines, "line")) of OTLP spans or metrics, not judged")
        }
        return notes
    }
}
