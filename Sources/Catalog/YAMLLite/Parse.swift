/// Parses a strict subset of YAML 1.2 (and all of JSON): every text accepted means to every YAML 1.2 parser what it means
/// here; everything else is refused by a named ``Rule``.
///
/// It takes time and memory in proportion to the text's length, within `limits`, and never traps.
/// - Parameter bytes: the text in UTF-8; CRLF line ends and a byte order mark at its beginning are accepted.
package func parse(_ bytes: [UInt8], limits: Limits = .default) -> ParseResult {
    bytes.withUnsafeBufferPointer { parse($0, limits: limits) }
}

/// Parses bytes that stand elsewhere; they need to live for the call only.
package func parse(_ bytes: UnsafeBufferPointer<UInt8>, limits: Limits = .default) -> ParseResult {
    let count = bytes.count
    guard count <= limits.bytes else {
        let problem = Problem(
            rule: Rule.tooLarge.rawValue, message: "the file has \(count) bytes, more than \(limits.bytes)",
            position: Position(line: 1, column: 1, offset: 0), length: 1, hint: "split it into several files")
        return ParseResult(root: nil, problems: [problem])
    }

    // Safety: all four live as long as `check` and `parser`, which keep nothing beyond this call.
    let text = UnsafeMutablePointer<UInt8>.allocate(capacity: count + 4)
    let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * count + 16)
    let classes = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    let keyHashes = UnsafeMutablePointer<UInt64>.allocate(capacity: (limits.depth + 1) * Parser.hashedKeys)
    defer {
        text.deallocate()
        scratch.deallocate()
        classes.deallocate()
        keyHashes.deallocate()
    }
    if let base = bytes.baseAddress { text.initialize(from: base, count: count) }
    (text + count).initialize(repeating: 0, count: 4)
    ByteClass.fill(classes)

    var check = CharacterCheck(text, end: count, limit: limits.problems)
    guard check.run() else { return ParseResult(root: nil, problems: inOrder(check.problems, limits)) }
    var parser = Parser(
        text: text, end: count, classes: classes, scratch: scratch, keyHashes: keyHashes, limits: limits,
        hasTabs: check.hasTabs, scalarBytes: UnsafePointer(scratch))
    let root = parser.document()
    let problems = inOrder(check.problems + parser.problems, limits)
    let isJSON = parser.isJSON && root != nil && problems.isEmpty
    return ParseResult(root: root, problems: problems, isJSON: isJSON)
}

/// Problems in the order of the text, no more than `limits` allow and one which says that there are more.
private func inOrder(_ problems: [Problem], _ limits: Limits) -> [Problem] {
    if problems.count < 2 { return problems }
    let sorted = problems.sorted { $0.position.offset < $1.position.offset }
    guard sorted.count > limits.problems else { return sorted }
    var last = sorted[limits.problems]
    last.rule = Rule.tooManyProblems.rawValue
    last.message = "more than \(limits.problems) problems; those from here on are not shown"
    last.hint = nil
    last.notes = []
    return Array(sorted.prefix(limits.problems)) + [last]
}
