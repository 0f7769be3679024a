public import SignalVocabulary

/// Encoded records of one kind on their way to an exporter: owned, contiguous, immutable.
///
/// Each record is one protobuf message, as it was made on the thread that tracked it; ``kind`` says which. Copying a batch copies no
/// record, so an exporter may keep one as long as it likes.
public struct RecordBatch: Sendable {
    /// What the records are: ``SignalVocabulary/SignalKind/logs`` are `opentelemetry.proto.logs.v1.LogRecord`,
    /// ``SignalVocabulary/SignalKind/spans`` are `opentelemetry.proto.trace.v1.Span`. Never metrics: these are no records.
    public let kind: SignalKind
    /// All records, one after the other.
    package let bytes: [UInt8]
    /// Where each record ends in ``bytes``; it starts where the one before it ends.
    private let ends: [Int]

    fileprivate init(kind: SignalKind, bytes: [UInt8], ends: [Int]) {
        self.kind = kind
        self.bytes = bytes
        self.ends = ends
    }

    /// How many records there are.
    public var count: Int { ends.count }

    /// Whether there is no record.
    public var isEmpty: Bool { ends.isEmpty }

    /// The places of its records.
    public var indices: Range<Int> { ends.indices }

    /// How many bytes all records take together.
    public var byteCount: Int { bytes.count }

    /// Gives each record's protobuf bytes to `body`, oldest first. They are valid only until `body` returns.
    public func forEachRecord<Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        // `withUnsafeBufferPointer`, because `withUnsafeBytes` does not keep the type of what is thrown.
        try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
            var start = 0
            for end in ends {
                try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start..<end])))
                start = end
            }
        }
    }
}

extension RecordBatch {
    /// A batch of the records at these places, which must be the batch's own.
    func selecting(_ places: [Int]) -> RecordBatch {
        func start(of place: Int) -> Int { place == 0 ? 0 : ends[place - 1] }
        var part = Builder(
            kind: kind, records: places.count,
            bytes: places.reduce(0) { $0 + ends[$1] - start(of: $1) })
        bytes.withUnsafeBytes { bytes in
            for place in places {
                part.append(UnsafeRawBufferPointer(rebasing: bytes[start(of: place)..<ends[place]]))
            }
        }
        return part.build()
    }

    /// Collects records of one kind into a batch.
    package struct Builder {
        /// The kind of all of them.
        package let kind: SignalKind
        private var bytes: [UInt8] = []
        private var ends: [Int] = []

        /// A builder with room for `records` records of `bytes` bytes together.
        package init(kind: SignalKind = .logs, records: Int = 0, bytes: Int = 0) {
            self.kind = kind
            self.ends.reserveCapacity(records)
            self.bytes.reserveCapacity(bytes)
        }

        /// How many records have been added.
        package var count: Int { ends.count }

        /// How many bytes they take.
        package var byteCount: Int { bytes.count }

        /// Adds a copy of one encoded record.
        package mutating func append(_ record: UnsafeRawBufferPointer) {
            bytes.append(contentsOf: record)
            ends.append(bytes.count)
        }

        /// Takes back what was added last.
        package mutating func removeLast() {
            guard ends.popLast() != nil else { return }
            bytes.removeSubrange((ends.last ?? 0)...)
        }

        /// The batch of what was added; the builder is empty afterwards.
        package mutating func build() -> RecordBatch {
            defer {
                bytes = []
                ends = []
            }
            return RecordBatch(kind: kind, bytes: bytes, ends: ends)
        }
    }
}
