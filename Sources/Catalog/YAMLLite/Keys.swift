/// The keys of one mapping that is being read, to find duplicates: a few by their hash, many by a set.
struct Keys {
    var count = 0
    var set: Set<String>?
}

extension Parser {
    /// Checks a key that was just read (its bytes are still ``scalarBytes``): text, not too long, not there before.
    /// False when it is a duplicate. `entries` are those before it, `depth` that of its mapping.
    mutating func checkKey(_ key: Node, _ keys: inout Keys, in entries: [Entry]) -> Bool {
        guard case .scalar(let scalar) = key.content else { return false }
        if scalar.value != .string {
            report(
                .keyNotText, "the key '\(scalar.text)' is \(kind(scalar.value)), and keys are text",
                at: key.start,
                length: key.length, hint: "quote it: \"\(scalar.text)\"")
        }
        if key.length > 1024 {
            report(.keyTooLong, "a key of more than 1024 bytes", at: key.start, length: key.length)
        }
        if keys.set == nil {
            let (hash, isASCII) = keyHash()
            let hashes = keyHashes + depth * Parser.hashedKeys
            var isKnown = false
            var index = 0
            while index < keys.count {
                if hashes[index] == hash { isKnown = true }
                index += 1
            }
            // A set compares by canonical equivalence, so it alone decides about what is not ASCII.
            if !isKnown, isASCII, keys.count < Parser.hashedKeys {
                hashes[keys.count] = hash
                keys.count += 1
                return true
            }
            var set = Set<String>()
            for entry in entries { set.insert(entry.keyText) }
            keys.set = set
        }
        if keys.set!.insert(scalar.text).inserted { return true }
        reportDuplicate(key, scalar.text, entries)
        return false
    }

    private mutating func reportDuplicate(_ key: Node, _ text: String, _ entries: [Entry]) {
        var notes: [Problem.Note] = []
        if let first = entries.first(where: { $0.keyText == text }) {
            notes = [Problem.Note(message: "it stands here first", position: first.key.start)]
        }
        report(
            .duplicateKey, "the key '\(text)' stands twice in its mapping", at: key.start, length: key.length,
            notes: notes)
    }

    /// FNV-1a of ``scalarBytes``, and whether they are all ASCII.
    private mutating func keyHash() -> (UInt64, Bool) {
        let bytes = scalarBytes
        let count = scalarCount
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var union: UInt8 = 0
        var index = 0
        while index < count {
            let byte = bytes[index]
            union |= byte
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            index += 1
        }
        return (hash, union < 0x80)
    }

    /// What a message calls a value.
    private func kind(_ value: Scalar.Value) -> String {
        switch value {
        case .null: "null"
        case .bool: "a truth value"
        case .integer, .bigInteger, .double: "a number"
        case .string: "text"
        }
    }
}
