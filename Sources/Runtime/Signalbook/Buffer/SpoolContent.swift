#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// What is in a ring's directory, read without changing anything.
struct SpoolContent {
    /// A segment with something in it.
    struct SegmentFile {
        let name: String
        let size: Int
        let header: SegmentHeader
        let scan: SegmentScan
        /// What the ring's index says of it; nil where it says nothing.
        let entry: RingIndexContent.Entry?
        /// Whether its header, or the whole file, is lost, and ``header`` made from the index.
        var isHeaderLost = false

        /// Where each slot is to go on, in records.
        ///
        /// - Parameter slots: how many slots have exporters; 0: nobody knows whose they were, so that everything is new.
        func positions(_ slots: Int) -> [Int] {
            let count = scan.starts.count
            guard isHeaderLost, let entry else {
                return header.cursors.prefix(slots).map { cursor in
                    scan.starts.firstIndex { Int($0) >= cursor } ?? count
                }
            }
            // What is lost is taken to be the beginning, where the header was.
            let lost = max(0, entry.count - count)
            return entry.settled.prefix(slots).map { min(max(0, $0 - lost), count) }
        }

        /// How many records were there that not all of so many slots have settled, and that nothing is found of any more: neither a record nor
        /// a damaged stretch.
        func missingCount(_ slots: Int) -> Int {
            guard let entry, entry.count > scan.starts.count else { return 0 }
            let settled = entry.settled.prefix(slots).min() ?? 0
            let found = scan.starts.count - (positions(slots).min() ?? 0)
            return min(entry.count - scan.starts.count, max(0, entry.count - settled - found))
        }

        /// How many records are lost in it that not all of so many slots have settled, as far as that is known.
        func lostCount(_ slots: Int) -> Int {
            let first = positions(slots).min() ?? 0
            return missingCount(slots) + scan.states.dropFirst(first).count(where: \.isCorrupted)
        }
    }

    /// The segments, in the order in which they were opened.
    private(set) var segments: [SegmentFile] = []
    /// The exporters by slot; nil where the file that names them is missing or torn.
    private(set) var exporters: [ExporterSlot]?
    /// Segments of which nothing can be read, and of which the index says nothing.
    private(set) var damagedSegments: [String] = []
    /// Segments that hold nothing, and what an interrupted replacement left.
    private(set) var disposable: [String] = []
    /// What is none of ours.
    private(set) var junk: [String] = []
    /// How many bytes its segment files take.
    private(set) var byteCount = 0
    /// The format version of a segment that another version of Signalbook wrote.
    private(set) var foreignVersion: UInt32?
    /// The segments that it wrote.
    private(set) var foreignSegments: [String] = []
    /// When a file of a ring was last written to, as the file system says, in nanoseconds since 1970.
    private(set) var modificationTime: UInt64 = 0

    /// When something was last added: the time of the youngest record, or that of the files where not every record can be read.
    var latestTime: UInt64 {
        guard foreignVersion == nil, let latest = segments.compactMap(\.scan.latestTime).max() else {
            return modificationTime
        }
        return latest
    }

    /// Reads a directory; `visit` is given each segment's bytes of records before they are let go.
    ///
    /// - Throws: what kept a segment from being read for want of descriptors, so that nothing is taken for lost then.
    init(
        _ directory: DirectoryHandle,
        visit: (_ records: UnsafeRawBufferPointer, _ file: SegmentFile) -> Void = { _, _ in }
    ) throws(StorageError) {
        let index = try readIndex(directory)
        var blank: [String] = []
        let names = directory.names()
        for name in names {
            if name == SpoolNames.exporters {
                exporters =
                    (try? directory.contents(name, limit: ExporterNames.maximumSize))
                    .flatMap(ExporterNames.init(parsing:))?.slots
            } else if SpoolNames.number(ofSegment: name) != nil {
                try read(name, index, in: directory, &blank, visit)
            } else if name.hasSuffix(SpoolNames.temporarySuffix),
                SpoolNames.number(ofSegment: String(name.dropLast(SpoolNames.temporarySuffix.count))) != nil
            {
                disposable.append(name)
            } else if name != SpoolNames.lock, name != SpoolNames.index {
                junk.append(name)
            }
            if name != SpoolNames.lock {
                modificationTime = max(modificationTime, directory.modificationTime(of: name))
            }
        }
        addMissing(index, besides: Set(names))
        // All segments are prepared before the first is used.
        if segments.isEmpty { disposable += blank } else { damagedSegments += blank }
        segments.sort { ($0.header.generation, $0.name) < ($1.header.generation, $1.name) }
    }

    private mutating func readIndex(_ directory: DirectoryHandle) throws(StorageError) -> RingIndexContent? {
        do throws(StorageError) {
            let bytes = try directory.contents(SpoolNames.index, limit: RingIndexContent.maximumSize)
            return bytes.withUnsafeBytes { bytes in
                do throws(RingIndexContent.Problem) {
                    return try RingIndexContent(bytes)
                } catch {
                    if case .version(let version) = error { foreignVersion = version }
                    return nil
                }
            }
        } catch {
            if [EMFILE, ENFILE, ENOMEM].contains(error.number) { throw error }
            return nil
        }
    }

    /// Adds the segments whose files are gone although something in them waits.
    private mutating func addMissing(_ index: RingIndexContent?, besides names: Set<String>) {
        guard let index else { return }
        for (number, entry) in index.entries where !names.contains(SpoolNames.segment(number)) {
            add(SpoolNames.segment(number), UnsafeRawBufferPointer(start: nil, count: 0), entry, of: index)
        }
    }

    /// Adds a segment that has lost its header, with what can be found of it, if anything was in it; false otherwise.
    @discardableResult
    private mutating func add(
        _ name: String, _ bytes: UnsafeRawBufferPointer, _ entry: RingIndexContent.Entry,
        of index: RingIndexContent
    ) -> Bool {
        guard entry.count > 0 else { return false }
        let header = SegmentHeader(entry, of: index)
        let records = UnsafeRawBufferPointer(
            rebasing: bytes[min(Segment.headerSize, bytes.count)..<min(bytes.count, header.size)])
        segments.append(
            SegmentFile(
                name: name, size: bytes.count, header: header,
                scan: SegmentScan(records, committed: header.committed, seed: header.seed), entry: entry,
                isHeaderLost: true))
        return true
    }

    private mutating func read(
        _ name: String, _ index: RingIndexContent?, in directory: DirectoryHandle, _ blank: inout [String],
        _ visit: (UnsafeRawBufferPointer, SegmentFile) -> Void
    ) throws(StorageError) {
        let bytes: [UInt8]
        do throws(StorageError) {
            bytes = try directory.contents(name, limit: SegmentHeader.maximumSegmentSize + 1)
        } catch {
            if [EMFILE, ENFILE, ENOMEM].contains(error.number) { throw error }
            // A link, a directory or somebody else's file: not ours to remove.
            return junk.append(name)
        }
        byteCount += bytes.count
        let number = SpoolNames.number(ofSegment: name)
        let entry = number.flatMap { index?.entries[$0] }
        let isKnownEmpty = number.map { index?.emptySegments.contains($0) ?? false } ?? false
        bytes.withUnsafeBytes { bytes in
            do throws(SegmentHeader.Problem) {
                let header = try SegmentHeader(bytes)
                let records = UnsafeRawBufferPointer(
                    rebasing: bytes[Segment.headerSize..<min(bytes.count, header.size)])
                let scan = SegmentScan(records, committed: header.committed, seed: header.seed)
                let isSame = header.bufferID == index?.bufferID && header.generation == entry?.generation
                let file = SegmentFile(
                    name: name, size: bytes.count, header: header, scan: scan, entry: isSame ? entry : nil)
                visit(records, file)
                segments.append(file)
            } catch {
                switch error {
                case .empty, .blank, .damaged:
                    if let index, let entry, add(name, bytes, entry, of: index), let file = segments.last {
                        return visit(
                            UnsafeRawBufferPointer(
                                rebasing: bytes[min(Segment.headerSize, bytes.count)...]), file)
                    }
                    if error == .empty || isKnownEmpty {
                        disposable.append(name)
                    } else if error == .blank {
                        blank.append(name)
                    } else {
                        damagedSegments.append(name)
                    }
                case .version(let version):
                    foreignVersion = version
                    foreignSegments.append(name)
                }
            }
        }
    }
}
