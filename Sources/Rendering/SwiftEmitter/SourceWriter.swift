/// Swift text under construction.
///
/// Whatever comes from a catalog goes through ``literal(_:)`` or ``documentation(_:_:)``, unless it is known to be a name: it can
/// neither end the literal or the comment that it is in, nor show the reader anything but what the compiler reads.
///
/// NOTE: It writes into memory of its own, so that a piece of source is a copy and nothing else. The tool runs unoptimised in its users'
/// debug builds, where adding to a `String` takes four times as long.
///
/// Safety: Only ``reserve(_:)`` replaces the memory. All that is read or written is below `count`, which ``reserve(_:)`` keeps below
/// `capacity`. The writer cannot be copied, so that nothing points to the memory once it is freed.
struct SourceWriter: ~Copyable {
    /// The columns that a line should keep to, as the formatter of this project has it.
    static let lineLength = 110

    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes were written.
    private var count = 0
    /// Where the text begins whose documentation is being written.
    private var documentationStart = 0
    /// Where the line begins that holds the list which is being written.
    private var listStart = 0
    /// Where the items of that list begin, which are the first `itemCount` of these.
    private var itemStarts: [Int] = []
    private var itemCount = 0

    /// An empty text with room for `capacity` bytes.
    init(capacity: Int) {
        base = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit { base.deallocate() }

    /// What was written, in UTF-8.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

    /// Writes Swift as it is.
    mutating func put(_ swift: StaticString) {
        append(swift.utf8Start, swift.utf8CodeUnitCount)
    }

    /// Writes a line of Swift as it is.
    mutating func line(_ swift: StaticString = "") {
        append(swift.utf8Start, swift.utf8CodeUnitCount)
        put("\n")
    }

    /// Writes Swift that was made from a catalog, such as the name of a type.
    mutating func put(made swift: String) {
        var swift = swift
        swift.withUTF8 { bytes in
            if let start = bytes.baseAddress { append(start, bytes.count) }
        }
    }

    /// Writes text from a catalog as a string literal, with its quotes.
    mutating func literal(_ value: String) {
        put("\"")
        let start = count
        put(made: value)
        if !isPlain(from: start, inLiteral: true) {
            count = start
            put(made: EscapedText.literal(value))
        }
        put("\"")
    }

    private mutating func append(_ bytes: UnsafePointer<UInt8>, _ size: Int) {
        if count + size > capacity { reserve(size) }
        UnsafeMutableRawPointer(base + count).copyMemory(from: bytes, byteCount: size)
        count += size
    }

    /// Makes room for as many bytes more, and as many again as there are.
    private mutating func reserve(_ size: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * (count + size))
        UnsafeMutableRawPointer(larger).copyMemory(from: base, byteCount: count)
        base.deallocate()
        base = larger
        capacity = 2 * (count + size)
    }

    /// Whether what was written from `start` on is printable ASCII, in a literal without quotes and backslashes.
    private func isPlain(from start: Int, inLiteral: Bool) -> Bool {
        var index = start
        while index < count {
            // From U+0020 through U+007E.
            if base[index] &- 0x20 > 0x5E { return false }
            if inLiteral, base[index] == 0x22 || base[index] == 0x5C { return false }
            index += 1
        }
        return true
    }
}

// Documentation

extension SourceWriter {
    /// Writes text from a catalog as documentation, wrapped between words.
    mutating func documentation(_ value: String, _ subject: Subject) {
        beginDocumentation(subject)
        put(made: value)
        endDocumentation(subject)
    }

    /// Begins documentation: what is written until ``endDocumentation(_:)`` is its text.
    mutating func beginDocumentation(_ subject: Subject) {
        put(subject.lead)
        documentationStart = count
    }

    /// Writes the end of a sentence in documentation: a full stop, unless something that says so is there.
    mutating func endSentence() {
        guard count > documentationStart else { return }
        switch base[count - 1] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\n"):
            break
        default: put(".")
        }
    }

    /// Ends documentation, and wraps it if it takes more than a line.
    mutating func endDocumentation(_ subject: Subject) {
        let size = count - documentationStart
        let width = Self.lineLength - subject.lead.utf8CodeUnitCount
        if size > 0, size <= width, isPlain(from: documentationStart, inLiteral: false) { return line() }
        let value = String(
            decoding: UnsafeBufferPointer(start: base + documentationStart, count: size), as: UTF8.self)
        count = documentationStart - subject.lead.utf8CodeUnitCount
        var lead = subject.lead
        for text in EscapedText.lines(value, width: width) {
            put(text.isEmpty ? subject.emptyLine : lead)
            put(made: text)
            line()
            lead = subject.nextLead
        }
    }
}

// Lists

extension SourceWriter {
    /// Begins a line with a list. What is written until ``beginItem()`` stands before its items.
    mutating func beginList(indent: StaticString) {
        listStart = count
        itemCount = 0
        put(indent)
    }

    /// Begins an item: what is written until the next one, or until ``endList(_:indent:closesOnOwnLine:)``.
    mutating func beginItem() {
        if itemCount > 0 { put(", ") }
        if itemCount == itemStarts.count { itemStarts.append(0) }
        itemStarts[itemCount] = count
        itemCount += 1
    }

    /// Ends a list with `tail`: it stays on one line if that fits, otherwise it fills as many lines as it takes, indented once more than
    /// `indent`.
    ///
    /// - Parameter closesOnOwnLine: whether `tail` has a line of its own then, as after the parameters of a declaration.
    mutating func endList(_ tail: StaticString, indent: StaticString, closesOnOwnLine: Bool) {
        let tailWidth = tail.utf8CodeUnitCount
        if itemCount > 0, count - listStart + tailWidth > Self.lineLength {
            fill(indent: indent, tailWidth: closesOnOwnLine ? 0 : tailWidth)
            if closesOnOwnLine {
                line()
                put(indent)
            }
        }
        line(tail)
    }

    /// Writes the items once more, on as many lines as it takes.
    private mutating func fill(indent: StaticString, tailWidth: Int) {
        let start = itemStarts[0]
        let end = count
        let items = UnsafeMutablePointer<UInt8>.allocate(capacity: end - start)
        defer { items.deallocate() }
        UnsafeMutableRawPointer(items).copyMemory(from: base + start, byteCount: end - start)
        count = start
        var column = Self.lineLength
        for item in 0..<itemCount {
            let from = itemStarts[item]
            // The next one begins after a comma and a space.
            let width = (item + 1 < itemCount ? itemStarts[item + 1] - 2 : end) - from
            if item > 0 { put(",") }
            if column + width + 2 + tailWidth > Self.lineLength {
                put("\n    ")
                put(indent)
                column = indent.utf8CodeUnitCount + 4
            } else {
                put(" ")
                column += 1
            }
            append(items + (from - start), width)
            column += width + 1
        }
    }
}
