/// Checks one JSON text at a time and notes where its values are, without copying any of them.
///
/// All of RFC 8259 is checked, UTF-8 and pairs of escaped surrogates among it; names given twice are the reader's business. Time and
/// memory are linear in the text, whatever it holds; the memory is kept for the next one.
///
/// Safety: it owns the memory of its nodes and cannot be copied; it reads within the bytes it is given only.
package struct JSONScanner: ~Copyable {
    /// How deep containers may stand in one another.
    package static let maximumDepth = 64
    /// The most values, keys and containers of one text.
    package static let maximumNodes = 1 << 20

    /// What the last text holds; valid until the next one is scanned.
    package private(set) var nodes: UnsafeMutablePointer<JSONNode>
    private var capacity: Int
    private let stack: UnsafeMutablePointer<Int32>

    /// A scanner.
    package init() {
        capacity = 512
        nodes = .allocate(capacity: capacity)
        stack = .allocate(capacity: Self.maximumDepth)
    }

    deinit {
        nodes.deallocate()
        stack.deallocate()
    }

    /// Scans a text, and hands back how many nodes it has.
    package mutating func scan(_ text: UnsafeBufferPointer<UInt8>) throws(JSONProblem) -> Int {
        guard let base = text.baseAddress, text.count > 0 else { throw JSONProblem(.expectedValue, at: 0) }
        guard text.count <= UInt32.max / 2 else { throw JSONProblem(.tooManyValues, at: 0) }
        let end = base + text.count
        var position = base
        var count = 0
        var depth = 0
        // Whether a key must come next, and not a value; only in objects.
        var expectsKey = false

        while true {
            if count + 2 > capacity { try makeRoom(at: position - base) }
            skipSpace(&position, end)
            guard position < end else { throw JSONProblem(.unexpectedEnd, at: position - base) }
            var byte = position.pointee

            if expectsKey {
                guard byte == UInt8(ascii: "\"") else { throw JSONProblem(.expectedKey, at: position - base) }
                let start = position + 1
                let hasEscapes = try scanString(&position, end, base)
                nodes[count] = JSONNode(
                    .key, start: start - base, length: position - start - 1, next: count + 1,
                    hasEscapes: hasEscapes)
                count &+= 1
                skipSpace(&position, end)
                guard position < end, position.pointee == UInt8(ascii: ":") else {
                    throw JSONProblem(position < end ? .expectedColon : .unexpectedEnd, at: position - base)
                }
                position += 1
                skipSpace(&position, end)
                guard position < end else { throw JSONProblem(.unexpectedEnd, at: position - base) }
                byte = position.pointee
            }

            switch byte {
            case UInt8(ascii: "\""):
                let start = position + 1
                let hasEscapes = try scanString(&position, end, base)
                nodes[count] = JSONNode(
                    .string, start: start - base, length: position - start - 1, next: count + 1,
                    hasEscapes: hasEscapes)
                count &+= 1
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                let start = position
                let isInteger = try scanNumber(&position, end, base)
                nodes[count] = JSONNode(
                    isInteger ? .integer : .number, start: start - base, length: position - start,
                    next: count + 1)
                count &+= 1
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard depth < Self.maximumDepth else { throw JSONProblem(.tooDeep, at: position - base) }
                let isObject = byte == UInt8(ascii: "{")
                nodes[count] = JSONNode(
                    isObject ? .object : .array, start: position - base, length: 0, next: 0)
                stack[depth] = Int32(truncatingIfNeeded: count)
                count &+= 1
                depth &+= 1
                position += 1
                skipSpace(&position, end)
                guard position < end else { throw JSONProblem(.unexpectedEnd, at: position - base) }
                let closing = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
                if position.pointee != closing {
                    expectsKey = isObject
                    continue
                }
            // Empty: the bracket is taken below, as after any other value.
            case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
                let start = position
                let kind = try scanLiteral(&position, end, base)
                nodes[count] = JSONNode(
                    kind, start: start - base, length: position - start, next: count + 1)
                count &+= 1
            default:
                throw JSONProblem(
                    byte > 0x20 && byte < 0x7F ? .expectedValue : .unexpectedByte, at: position - base)
            }

            // A value has ended: the end of the containers it ends, then a comma or the end of the text.
            while true {
                skipSpace(&position, end)
                guard depth > 0 else {
                    guard position == end else { throw JSONProblem(.trailingText, at: position - base) }
                    return count
                }
                guard position < end else { throw JSONProblem(.unexpectedEnd, at: position - base) }
                let open = Int(stack[depth &- 1])
                let isObject = nodes[open].kind == .object
                let byte = position.pointee
                position += 1
                if byte == UInt8(ascii: ",") {
                    expectsKey = isObject
                    // A comma directly behind an opening bracket never gets here: a value or the closing bracket was asked for.
                    break
                }
                guard byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    throw JSONProblem(
                        isObject ? .expectedCommaOrBrace : .expectedCommaOrBracket, at: position - base - 1)
                }
                nodes[open].length = UInt32(truncatingIfNeeded: position - base) &- nodes[open].start
                nodes[open].next = UInt32(truncatingIfNeeded: count)
                depth &-= 1
            }
        }
    }

    /// Makes room for more nodes.
    private mutating func makeRoom(at offset: Int) throws(JSONProblem) {
        guard capacity < Self.maximumNodes else { throw JSONProblem(.tooManyValues, at: offset) }
        let larger = UnsafeMutablePointer<JSONNode>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: nodes, count: capacity)
        nodes.deallocate()
        nodes = larger
        capacity *= 2
    }

    @inline(__always)
    private func skipSpace(_ position: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
        while position < end, position.pointee <= 0x20 {
            let byte = position.pointee
            guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return }
            position += 1
        }
    }
}
