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
    }

    /// The segments, in the order in which they were opened.
    private(set) var segments: [SegmentFile] = []
    /// The exporters by slot; nil where the file that names them is missing or torn.
    private(set) var exporters: [String]?
    /// Segments whose headers cannot be read.
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

    /// When something was last added: the time of the youngest record, or that of the files where no record can be read.
    var latestTime: UInt64 { segments.compactMap(\.scan.latestTime).max() ?? modificationTime }

    /// Reads a directory; `visit` is given each segment's bytes of records before they are let go.
    ///
    /// - Throws: what kept a segment from being read for want of descriptors, so that nothing is taken for lost then.
    init(
        _ directory: DirectoryHandle,
        visit: (_ records: UnsafeRawBufferPointer, _ file: SegmentFile) -> Void = { _, _ in }
    ) throws(StorageError) {
        for name in directory.names() {
            if name == SpoolNames.exporters {
                exporters =
                    (try? directory.contents(name, limit: ExporterNames.maximumSize))
                    .flatMap(ExporterNames.init(parsing:))?.names
            } else if SpoolNames.number(ofSegment: name) != nil {
                try read(name, in: directory, visit)
            } else if name.hasSuffix(SpoolNames.temporarySuffix),
                SpoolNames.number(ofSegment: String(name.dropLast(SpoolNames.temporarySuffix.count))) != nil
            {
                disposable.append(name)
            } else if name != SpoolNames.lock {
                junk.append(name)
            }
            if name != SpoolNames.lock {
                modificationTime = max(modificationTime, directory.modificationTime(of: name))
            }
        }
        segments.sort { ($0.header.generation, $0.name) < ($1.header.generation, $1.name) }
    }

    private mutating func read(
        _ name: String, in directory: DirectoryHandle,
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
        bytes.withUnsafeBytes { bytes in
            do throws(SegmentHeader.Problem) {
                let header = try SegmentHeader(bytes)
                let records = UnsafeRawBufferPointer(
                    rebasing: bytes[Segment.headerSize..<min(bytes.count, header.size)])
                let scan = SegmentScan(records, committed: header.committed, seed: header.seed)
                let file = SegmentFile(name: name, size: bytes.count, header: header, scan: scan)
                visit(records, file)
                segments.append(file)
            } catch {
                switch error {
                case .empty: disposable.append(name)
                case .damaged: damagedSegments.append(name)
                case .version(let version):
                    foreignVersion = version
                    foreignSegments.append(name)
                }
            }
        }
    }
}
