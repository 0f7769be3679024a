import CatalogModel
import YAMLLite

/// Puts an event behind the others of a catalog file and leaves every other byte as it is.
struct EventInsertion {
    /// The file's bytes.
    let bytes: [UInt8]
    /// What stands between its lines.
    private let newline: String

    /// An insertion into a file that has these bytes; none for a new file.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let first = bytes.firstIndex(of: 0x0A)
        newline = first.map { $0 > 0 && bytes[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
    }

    /// The file with the event, and where its first line is.
    struct Outcome {
        var bytes: [UInt8]
        /// The line of the event's name, from 1.
        var line: Int
    }

    /// Inserts an event, as the last of `events:`; the section is added when there is none.
    ///
    /// - Parameter path: the file, for messages.
    func inserting(_ event: EventScaffold, path: String) throws(CommandFailure) -> Outcome {
        let root = parse(bytes).root
        let sections = root?.mapping ?? []
        if let root, isBrace(root) { throw Self.flow(path) }
        guard let index = sections.firstIndex(where: { $0.keyText == SectionKey.events.name }) else {
            var lines = [SectionKey.events.name + ":"] + event.lines(indent: "  ")
            if !bytes.isEmpty { lines.insert("", at: 0) }
            return insert(lines, at: bytes.count, nameLine: bytes.isEmpty ? 1 : 2)
        }
        let section = sections[index]
        let end = self.end(of: index, sections)
        let start = section.value.start.offset
        guard let events = section.value.mapping else {
            // `events:` with nothing behind it, or with `null`.
            return replace(start..<start + section.value.length, by: event)
        }
        if isBrace(section.value) {
            guard events.isEmpty, let brace = bytes[start...].firstIndex(of: UInt8(ascii: "}"))
            else { throw Self.flow(path) }
            return replace(start..<brace + 1, by: event)
        }
        let indent = String(repeating: " ", count: section.value.start.column - 1)
        var lines = event.lines(indent: indent)
        if hasBlankLines(events) { lines.insert("", at: 0) }
        return insert(lines, at: end, nameLine: lines.first == "" ? 1 : 0)
    }

    /// Whether a mapping is written in braces.
    private func isBrace(_ node: Node) -> Bool {
        node.start.offset < bytes.count && bytes[node.start.offset] == UInt8(ascii: "{")
    }

    private static func flow(_ path: String) -> CommandFailure {
        CommandFailure(
            "\"\(path)\" has its events in braces, which this cannot add to",
            hint: "name another file with --file, or write the events one below the other", status: .findings)
    }

    /// Whether there is a blank line between the events, or there are too few to tell.
    private func hasBlankLines(_ events: [Entry]) -> Bool {
        guard events.count > 1 else { return true }
        let last = events[events.count - 1].key.start
        var start = last.offset - (last.column - 1)
        // Comments belong to what stands below them.
        while start > 0 {
            let line = lineStart(before: start)
            let text = bytes[line..<start].drop { $0 == 0x20 }
            if text.first == 0x23 {
                start = line
                continue
            }
            return text.allSatisfy { $0 == 0x0A || $0 == 0x0D }
        }
        return false
    }

    /// The end of a section: of the file, or before the next section, its comments and the blank lines before these.
    private func end(of index: Int, _ sections: [Entry]) -> Int {
        guard index + 1 < sections.count else { return contentEnd(before: bytes.count) }
        var end = sections[index + 1].key.start.offset
        while end > 0 {
            let line = lineStart(before: end)
            let text = bytes[line..<end]
            guard text.first == 0x23 || text.allSatisfy({ $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }) else {
                break
            }
            end = line
        }
        return end
    }

    /// The end of the last line that is not blank.
    private func contentEnd(before limit: Int) -> Int {
        var end = limit
        while end > 0 {
            let line = lineStart(before: end)
            guard bytes[line..<end].allSatisfy({ $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }) else { break }
            end = line
        }
        return end
    }

    private func lineStart(before end: Int) -> Int {
        var start = end - 1
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        return start
    }

    private func lineEnd(from offset: Int) -> Int {
        (bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
    }

    private func insert(_ lines: [String], at offset: Int, nameLine: Int) -> Outcome {
        var text = lines.map { $0 + newline }.joined()
        if offset > 0, bytes[offset - 1] != 0x0A { text = newline + text }
        let line =
            1 + bytes[..<offset].count { $0 == 0x0A } + nameLine
            + (offset > 0 && bytes[offset - 1] != 0x0A ? 1 : 0)
        return Outcome(bytes: bytes[..<offset] + Array(text.utf8) + bytes[offset...], line: line)
    }

    /// Writes an event in the place of nothing at all, such as `{}`; what stands behind it on its line, such as a comment, stays there.
    private func replace(_ range: Range<Int>, by event: EventScaffold) -> Outcome {
        var start = range.lowerBound
        while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
        let shortened = EventInsertion(Array(bytes[..<start] + bytes[range.upperBound...]))
        return shortened.insert(event.lines(indent: "  "), at: shortened.lineEnd(from: start), nameLine: 0)
    }
}
