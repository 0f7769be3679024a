import SignalVocabulary
import YAMLLite

extension CatalogReader {
    /// Reads `retention:`.
    mutating func readRetention(_ section: Entry) {
        let place = location(of: section.key)
        if let first = catalog.retention {
            findings.error(
                .duplicateRetention, "the catalog has a second \"retention\"", at: place,
                hint: "a catalog has one, in one of its files",
                notes: [Diagnostic.Note("the first one is here", at: first.location)])
        }
        var retention = Retention(location: place)
        for entry in entries(section.value, for: "retention") ?? [] {
            if RetentionKey.reserved.contains(entry.keyText) {
                findings.error(
                    .unsupportedSection,
                    "the retention of \(Quoted.text(entry.keyText)) is not supported by this version",
                    at: location(of: entry.key), hint: "the name is kept for later; take it out until then")
                continue
            }
            switch key(entry, among: RetentionKey.self, "in \"retention\"") {
            case .events: retention.events = days(entry.value, for: entry.keyText)
            case nil: break
            }
        }
        if catalog.retention == nil { catalog.retention = retention }
    }

    /// A number of days, written as `90d`; anything else is reported, and nil.
    mutating func days(_ node: Node, for key: String) -> Int? {
        guard case .scalar(let scalar) = node.content, scalar.value == .string,
            let days = Self.days(scalar.text)
        else {
            wrongType(node, for: key, expected: "a number of days", hint: "write ninety days as 90d")
            return nil
        }
        if days < 1 || days > DeclarationLimits.retentionDays {
            findings.error(
                .invalidValue,
                "\(Quoted.text(key)) must be 1d through \(DeclarationLimits.retentionDays)d, not \(scalar.text)",
                at: location(of: node))
            return nil
        }
        return days
    }

    private static func days(_ text: String) -> Int? {
        let bytes = text.utf8
        guard bytes.last == UInt8(ascii: "d"), bytes.count <= 10, bytes.count > 1,
            bytes.first != UInt8(ascii: "0") || bytes.count == 2, bytes.dropLast().allSatisfy(ASCII.isDigit)
        else { return nil }
        return Int(text.dropLast())
    }
}
