extension RecordedValue {
    /// A value as JSON has it.
    @inline(__always)
    init(flat node: JSONNode, at index: Int) {
        let kind: Kind =
            switch node.kind {
            case .string, .key: .string
            case .integer: .integer
            case .number: .number
            case .true, .false: .bool
            case .null: .null
            case .array: .list
            case .object: .map
            }
        self.init(
            kind: kind, hasEscapes: node.hasEscapes, isOTLP: false, start: node.start, length: node.length,
            node: UInt32(truncatingIfNeeded: index))
    }

    /// An `AnyValue`, an object with one member that says which kind it is (opentelemetry-proto `common.proto`).
    init(otlp node: Int, _ nodes: UnsafeMutablePointer<JSONNode>, _ line: UnsafePointer<UInt8>) {
        self = RecordedValue(flat: nodes[node], at: node)
        isOTLP = true
        guard kind == .map else {
            if kind != .null { kind = .malformed }
            return
        }
        let end = Int(nodes[node].next)
        var index = node + 1
        // An empty object is a value that nobody has set.
        kind = .null
        while index < end {
            let name = ByteSpan(start: line + Int(nodes[index].start), count: Int(nodes[index].length))
            let value = RecordedValue(flat: nodes[index + 1], at: index + 1)
            if let read = RecordedValue(member: name, value, index + 1, nodes, line) { self = read }
            index = Int(nodes[index + 1].next)
        }
    }

    /// The value of one member of an `AnyValue`; nil if its name is not known.
    private init?(
        member name: ByteSpan, _ value: RecordedValue, _ node: Int, _ nodes: UnsafeMutablePointer<JSONNode>,
        _ line: UnsafePointer<UInt8>
    ) {
        self = value
        if Bytes.equal(name, "stringValue") {
            if kind != .string { kind = .malformed }
        } else if Bytes.equal(name, "intValue") {
            self = RecordedValue(integer: node, nodes, line)
        } else if Bytes.equal(name, "boolValue") {
            if kind != .bool { kind = .malformed }
        } else if Bytes.equal(name, "doubleValue") {
            self = RecordedValue(double: value, line)
        } else if Bytes.equal(name, "bytesValue") {
            kind = kind == .string ? .bytes : .malformed
        } else if Bytes.equal(name, "arrayValue") {
            if kind != .map { kind = .malformed } else { kind = .list }
        } else if Bytes.equal(name, "kvlistValue") {
            if kind != .map { kind = .malformed }
        } else {
            return nil
        }
        isOTLP = true
    }

    /// A 64-bit integer of OTLP, which is a string of digits or a number.
    init(integer node: Int, _ nodes: UnsafeMutablePointer<JSONNode>, _ line: UnsafePointer<UInt8>) {
        self = RecordedValue(flat: nodes[node], at: node)
        isOTLP = true
        let digits = ByteSpan(start: line + Int(start), count: Int(length))
        if kind == .string { kind = JSONText.integer(digits) == nil ? .malformed : .integer }
        if kind != .integer { kind = .malformed }
    }

    /// A double of OTLP, which is a number, or one of three names.
    private init(double value: RecordedValue, _ line: UnsafePointer<UInt8>) {
        self = value
        let text = ByteSpan(start: line + Int(start), count: Int(length))
        switch kind {
        case .number: break
        case .integer: kind = .number
        case .string:
            let isName =
                Bytes.equal(text, "NaN") || Bytes.equal(text, "Infinity") || Bytes.equal(text, "-Infinity")
            kind = isName ? .notFinite : .malformed
        default: kind = .malformed
        }
    }
}

extension RecordedEvent {
    /// Calls `body` for each element of a list until it says no.
    package func forEachElement(of list: RecordedValue, _ body: (RecordedValue) -> Bool) {
        var array = Int(list.node)
        if list.isOTLP {
            // `arrayValue` is an object with a member `values`.
            var index = array + 1
            let end = Int(nodes[array].next)
            array = -1
            while index < end {
                let name = ByteSpan(start: line + Int(nodes[index].start), count: Int(nodes[index].length))
                if Bytes.equal(name, "values"), nodes[index + 1].kind == .array { array = index + 1 }
                index = Int(nodes[index + 1].next)
            }
        }
        guard array >= 0, nodes[array].kind == .array else { return }
        var index = array + 1
        while index < Int(nodes[array].next) {
            let element =
                list.isOTLP
                ? RecordedValue(otlp: index, nodes, line) : RecordedValue(flat: nodes[index], at: index)
            guard body(element) else { return }
            index = Int(nodes[index].next)
        }
    }
}
