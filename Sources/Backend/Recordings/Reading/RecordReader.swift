import SignalVocabulary

/// Reads the records of one line after the other: a flat object as our JSON-lines exporter writes them, or an OTLP logs request.
///
/// OTLP as its JSON encoding has it (opentelemetry-proto `docs/specification.md`, "JSON Protobuf Encoding"): names in lower camel case,
/// 64-bit integers as strings or numbers, unknown names ignored. Which form it is is found out line by line.
///
/// No memory is taken a field or a record once the first lines are read.
package struct RecordReader: ~Copyable {
    /// What a line holds.
    package enum Content: Sendable {
        /// Records, if any; read them with ``RecordReader/next()``.
        case records
        /// Nothing but white space.
        case blank
        /// OTLP's spans or metrics.
        case otherSignal
    }

    private var scanner = JSONScanner()
    private var fields = FieldTable()
    /// The line's first byte.
    private var base: UnsafePointer<UInt8>
    /// The nodes of the log records of an OTLP line that are still to be read, the last one first.
    private var pending: [UInt32] = []
    private var isFlat = false
    private var scratch: [UInt8] = []
    /// The record that ``next()`` has read.
    package private(set) var event: RecordedEvent

    /// A reader.
    package init() {
        nothing = .allocate(capacity: 1)
        nothing.initialize(to: 0)
        base = UnsafePointer(nothing)
        event = RecordedEvent(
            line: UnsafePointer(nothing), nodes: scanner.nodes,
            fields: UnsafeBufferPointer(start: nil, count: 0), record: 0)
    }

    // Where the record of a reader points that has read nothing.
    private let nothing: UnsafeMutablePointer<UInt8>

    deinit { nothing.deallocate() }

    /// Scans a line. Its bytes must stay until the next one.
    package mutating func begin(_ line: ByteSpan) throws(LineProblem) -> Content {
        pending.removeAll(keepingCapacity: true)
        isFlat = false
        guard let base = line.baseAddress, !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else {
            return .blank
        }
        self.base = base
        do throws(JSONProblem) { _ = try scanner.scan(line) } catch { throw .json(error) }
        do throws(RecordProblem) { return try classify() } catch { throw .record(error) }
    }

    /// Reads the next record of the line into ``event``; false after the last one.
    package mutating func next() throws(RecordProblem) -> Bool {
        if isFlat {
            isFlat = false
            try readFlat()
            return true
        }
        guard let node = pending.popLast() else { return false }
        try readOTLP(Int(node))
        return true
    }

    // MARK: Which form

    private mutating func classify() throws(RecordProblem) -> Content {
        let nodes = scanner.nodes
        guard nodes[0].kind == .object else { throw RecordProblem(.unknownForm, at: Int(nodes[0].start)) }
        var isOther = false
        var index = 1
        let end = Int(nodes[0].next)
        while index < end {
            let key = text(index)
            let value = index &+ 1
            if Bytes.equal(key, RecordField.event.key) {
                isFlat = true
                return .records
            }
            if Bytes.equal(key, "resourceLogs") {
                try collect(value)
                pending.reverse()
                return .records
            }
            if Bytes.equal(key, "resourceSpans") || Bytes.equal(key, "resourceMetrics") { isOther = true }
            index = Int(nodes[value].next)
        }
        if isOther { return .otherSignal }
        throw RecordProblem(.unknownForm, at: Int(nodes[0].start))
    }

    /// Notes all log records below `resourceLogs`, in their order.
    private mutating func collect(_ resourceLogs: Int) throws(RecordProblem) {
        let path: [StaticString] = ["scopeLogs", "logRecords"]
        var lists = [resourceLogs]
        for name in path {
            var inner: [Int] = []
            for list in lists {
                try forEachObject(in: list) { (object) throws(RecordProblem) in
                    if let value = member(name, of: object) { inner.append(value) }
                }
            }
            lists = inner
        }
        var found: [UInt32] = []
        for list in lists {
            try forEachObject(in: list) { (object) throws(RecordProblem) in found.append(UInt32(object)) }
        }
        pending.append(contentsOf: found)
    }

    /// Calls `body` for each object of a list; null is an empty one.
    private func forEachObject(
        in list: Int, _ body: (Int) throws(RecordProblem) -> Void
    ) throws(RecordProblem) {
        let nodes = scanner.nodes
        if nodes[list].kind == .null { return }
        guard nodes[list].kind == .array else {
            throw RecordProblem(.wrongStructure, at: Int(nodes[list].start))
        }
        var index = list + 1
        while index < Int(nodes[list].next) {
            guard nodes[index].kind == .object else {
                throw RecordProblem(.wrongStructure, at: Int(nodes[index].start))
            }
            try body(index)
            index = Int(nodes[index].next)
        }
    }

    /// The value of a member of an object; nil if it has none of this name.
    private func member(_ name: StaticString, of object: Int) -> Int? {
        let nodes = scanner.nodes
        var index = object + 1
        while index < Int(nodes[object].next) {
            if Bytes.equal(text(index), name) { return index + 1 }
            index = Int(nodes[index + 1].next)
        }
        return nil
    }

    /// The bytes of a string or a key as they stand in the line.
    @inline(__always)
    private func text(_ node: Int) -> ByteSpan {
        ByteSpan(start: base + Int(scanner.nodes[node].start), count: Int(scanner.nodes[node].length))
    }

    // MARK: Our own form

    private mutating func readFlat() throws(RecordProblem) {
        let nodes = scanner.nodes
        begin(at: 0)
        var index = 1
        let end = Int(nodes[0].next)
        while index < end {
            let value = RecordedValue(flat: nodes[index &+ 1], at: index &+ 1)
            if !take(value, named: text(index)) {
                try append(key: index, value)
            }
            index = Int(nodes[index &+ 1].next)
        }
        event.fields = fields.all
    }

    /// Keeps a value that is not a property of the event.
    ///
    /// The numbers are the lengths of the names: most names of properties are ruled out by theirs alone.
    @inline(__always)
    private mutating func take(_ value: RecordedValue, named name: ByteSpan) -> Bool {
        switch name.count {
        case 5 where Bytes.equal(name, RecordField.event.key):
            Self.keep(value, in: &event.name, name, base, &event.duplicate)
        case 7 where Bytes.equal(name, RecordField.catalog.key):
            Self.keep(value, in: &event.catalog, name, base, &event.duplicate)
        case 8 where Bytes.equal(name, RecordField.severity.key):
            Self.keep(value, in: &event.severity, name, base, &event.duplicate)
        case 9 where Bytes.equal(name, RecordField.timestamp.key):
            Self.keep(value, in: &event.time, name, base, &event.duplicate)
        case 9 where Bytes.equal(name, RecordField.recordID.key):
            Self.keep(value, in: &event.recordID, name, base, &event.duplicate)
        case 10 where Bytes.equal(name, RecordField.violations.key):
            Self.keep(value, in: &event.violations, name, base, &event.duplicate)
        case 11 where Bytes.equal(name, RecordField.sampleRate.key):
            Self.keep(value, in: &event.sampleRate, name, base, &event.duplicate)
        case 4 where Bytes.equal(name, "body"), 7 where Bytes.equal(name, "span_id"),
            8 where Bytes.equal(name, "trace_id"):
            break
        default: return false
        }
        return true
    }

    /// Keeps a value in its place, and notes where it is given twice.
    @inline(__always)
    private static func keep(
        _ value: RecordedValue, in place: inout RecordedValue, _ name: ByteSpan,
        _ base: UnsafePointer<UInt8>, _ duplicate: inout (start: Int, length: Int)?
    ) {
        if place.kind != .absent, duplicate == nil, let start = name.baseAddress {
            duplicate = (start - base, name.count)
        }
        place = value
    }

    // MARK: OTLP

    private mutating func readOTLP(_ record: Int) throws(RecordProblem) {
        let nodes = scanner.nodes
        begin(at: record)
        var observed = RecordedValue.absent
        var severityText = RecordedValue.absent
        var index = record + 1
        let end = Int(nodes[record].next)
        while index < end {
            let node = index &+ 1
            let key = text(index)
            if Bytes.equal(key, "attributes") {
                try readAttributes(node)
            } else if Bytes.equal(key, "eventName") {
                event.name = RecordedValue(flat: nodes[node], at: node)
            } else if Bytes.equal(key, "timeUnixNano") {
                event.time = otlpInteger(node)
            } else if Bytes.equal(key, "observedTimeUnixNano") {
                observed = otlpInteger(node)
            } else if Bytes.equal(key, "severityNumber") {
                event.severity = RecordedValue(flat: nodes[node], at: node)
            } else if Bytes.equal(key, "severityText") {
                severityText = RecordedValue(flat: nodes[node], at: node)
            }
            index = Int(nodes[node].next)
        }
        // A time of 0 is one that nobody knows, and so is a severity of 0 (logs.proto).
        if event.time.kind == .absent || Bytes.equal(event.bytes(event.time), "0") { event.time = observed }
        if event.severity.kind == .absent || Bytes.equal(event.bytes(event.severity), "0") {
            event.severity = severityText
        }
        event.fields = fields.all
    }

    private mutating func readAttributes(_ list: Int) throws(RecordProblem) {
        let nodes = scanner.nodes
        if nodes[list].kind == .null { return }
        guard nodes[list].kind == .array else {
            throw RecordProblem(.wrongStructure, at: Int(nodes[list].start))
        }
        var index = list + 1
        while index < Int(nodes[list].next) {
            guard nodes[index].kind == .object else {
                throw RecordProblem(.wrongStructure, at: Int(nodes[index].start))
            }
            var key: Int?
            var value = RecordedValue.absent
            var part = index + 1
            while part < Int(nodes[index].next) {
                if Bytes.equal(text(part), "key") {
                    key = part + 1
                } else if Bytes.equal(text(part), "value") {
                    value = RecordedValue(otlp: part + 1, nodes, event.line)
                }
                part = Int(nodes[part + 1].next)
            }
            guard let key, nodes[key].kind == .string else {
                throw RecordProblem(.wrongStructure, at: Int(nodes[index].start))
            }
            let name = text(key)
            if value.kind == .absent { value.kind = .null }
            if Bytes.equal(name, RecordField.recordUID.key) {
                event.recordID = value
            } else if Bytes.equal(name, RecordField.catalog.key) {
                event.catalog = value
            } else if Bytes.equal(name, RecordField.sampleRate.key) {
                event.sampleRate = value
            } else if Bytes.equal(name, RecordField.violations.key) {
                event.violations = value
            } else {
                try append(key: key, value)
            }
            index = Int(nodes[index].next)
        }
    }

    /// A 64-bit integer, which is a string or a number.
    private func otlpInteger(_ node: Int) -> RecordedValue {
        RecordedValue(integer: node, scanner.nodes, event.line)
    }

    // MARK: Records

    private mutating func begin(at node: Int) {
        fields.removeAll()
        event = RecordedEvent(
            line: base, nodes: scanner.nodes,
            fields: UnsafeBufferPointer(start: nil, count: 0), record: node)
    }

    @inline(__always)
    private mutating func append(key: Int, _ value: RecordedValue) throws(RecordProblem) {
        let node = scanner.nodes[key]
        let hash = node.hasEscapes ? decodedHash(key) : Bytes.hash(text(key))
        let field = RecordedField(
            keyStart: node.start, keyLength: node.length, keyHash: hash, keyHasEscapes: node.hasEscapes,
            value: value)
        guard fields.append(field, line: event.line, duplicate: &event.duplicate) else {
            throw RecordProblem(.tooManyFields, at: Int(node.start))
        }
    }

    @inline(never)
    private mutating func decodedHash(_ key: Int) -> UInt32 {
        JSONText.decode(text(key), into: &scratch)
        return scratch.withUnsafeBufferPointer { Bytes.hash($0) }
    }
}
