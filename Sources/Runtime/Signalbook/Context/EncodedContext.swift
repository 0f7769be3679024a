import SignalWire

/// Context properties, sanitized and encoded: an event's share of them is one `memcpy`.
///
/// Safety: `@unchecked Sendable`, because nothing changes after `init`.
final class EncodedContext: @unchecked Sendable {
    /// What tracking needs of it.
    let view: View
    private let entries: [Entry]

    /// What tracking needs of a context, without a reference to count: as good as the context it came from is alive.
    struct View {
        /// OTLP attributes, one after the other.
        let bytes: UnsafeMutablePointer<UInt8>
        /// How many bytes.
        let count: Int
        /// A hash of what ties a request together, 0 where nothing does; sampling decides by it.
        let samplingHash: UInt64
    }

    /// One attribute, and where it stands.
    private struct Entry {
        var key: String
        var range: Range<Int>
    }

    /// The bytes of attributes that a writer wrote, on top of those of `parent`: equal names are replaced in place.
    ///
    /// - Parameters:
    ///   - leavingOut: the names of attributes among the overrides that do not count.
    ///   - operationKey: the name of the property whose value ties a request together.
    ///   - diagnostics: is told when the whole is larger than a context may be, and what came last was left out.
    private init(
        parent: EncodedContext?, overrides: UnsafeBufferPointer<UInt8>, leavingOut: Set<String>,
        operationKey: String?, diagnostics: DiagnosticChannel
    ) {
        let added = EncodedContext.entries(of: overrides).filter { !leavingOut.contains($0.key) }
        let inherited = parent?.entries ?? []
        let capacity = (parent?.view.count ?? 0) + overrides.count
        let target = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, capacity))
        var length = 0
        var merged: [Entry] = []
        var isCut = false
        func append(_ source: UnsafePointer<UInt8>, _ entry: Entry) {
            guard length + entry.range.count <= EncodedContext.maximumSize else {
                isCut = true
                return
            }
            (target + length).update(from: source + entry.range.lowerBound, count: entry.range.count)
            merged.append(Entry(key: entry.key, range: length..<length + entry.range.count))
            length += entry.range.count
        }
        var replaced = Set<Int>()
        for entry in inherited {
            if let index = added.lastIndex(where: { $0.key == entry.key }), let base = overrides.baseAddress {
                replaced.insert(index)
                append(base, added[index])
            } else if let parent {
                append(parent.view.bytes, entry)
            }
        }
        if let base = overrides.baseAddress {
            for index in added.indices where !replaced.contains(index) { append(base, added[index]) }
        }
        if isCut { diagnostics.reportContextSize(limit: EncodedContext.maximumSize) }
        entries = merged
        view = View(
            bytes: target, count: length,
            samplingHash: EncodedContext.hash(of: operationKey, in: merged, bytes: target))
    }

    deinit { view.bytes.deallocate() }

    /// The context with what `record` writes on top of that of `parent`. A property that breaks a constraint is left out and reported.
    static func encoding(
        onto parent: EncodedContext?, operationKey: String?, environment: UnsafePointer<EncodingEnvironment>,
        diagnostics: DiagnosticChannel, _ record: (inout PropertyWriter) -> Void
    ) -> EncodedContext {
        let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: maximumSize)
        defer { scratch.deallocate() }
        var properties = PropertyWriter(
            wire: ProtobufWriter(start: scratch, capacity: maximumSize), environment: environment)
        record(&properties)
        if properties.hasOverflowed { diagnostics.reportContextSize(limit: maximumSize) }
        if !properties.violations.isEmpty { diagnostics.reportContext(properties.violations) }
        return EncodedContext(
            parent: parent, overrides: UnsafeBufferPointer(start: scratch, count: properties.wire.count),
            leavingOut: Set(properties.violations.map(\.property)), operationKey: operationKey,
            diagnostics: diagnostics)
    }

    /// The most bytes a context may have; far below a record's limit, so that there is always room for an event.
    private static let maximumSize = 16 << 10

    /// The attributes in bytes that a ``PropertyWriter`` wrote.
    private static func entries(of bytes: UnsafeBufferPointer<UInt8>) -> [Entry] {
        var entries: [Entry] = []
        var offset = 0
        while offset < bytes.count, bytes[offset] == 0x32 {  // LogRecord.attributes
            let start = offset
            offset += 1
            let length = varint(bytes, &offset)
            let end = offset + length
            guard end <= bytes.count, offset < end, bytes[offset] == 0x0A else { break }  // KeyValue.key
            offset += 1
            let keyCount = varint(bytes, &offset)
            guard offset + keyCount <= end else { break }
            let key = String(decoding: bytes[offset..<offset + keyCount], as: UTF8.self)
            entries.append(Entry(key: key, range: start..<end))
            offset = end
        }
        return entries
    }

    private static func varint(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> Int {
        var value = 0
        var shift = 0
        while offset < bytes.count, shift < 35 {
            let byte = bytes[offset]
            offset += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return value
    }

    /// FNV-1a over the attribute, with a finish that spreads it over all bits; 0 where it is missing or null.
    private static func hash(
        of key: String?, in entries: [Entry], bytes: UnsafeMutablePointer<UInt8>
    ) -> UInt64 {
        guard let key, let entry = entries.first(where: { $0.key == key }) else { return 0 }
        if bytes[entry.range.upperBound - 1] == 0, bytes[entry.range.upperBound - 2] == 0x12 { return 0 }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in entry.range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
        return (hash ^ (hash >> 32)) | 1
    }
}
