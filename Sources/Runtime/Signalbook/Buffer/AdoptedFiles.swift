#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// The segment files of an adopted ring, as a ledger sees them.
///
/// They are read into memory of our own and never mapped: a file that shrinks under a mapping would end the process.
///
/// Safety: not `Sendable`; its ``AdoptedSpool`` uses it behind a lock.
final class AdoptedFiles: SegmentBytes {
    /// The ring's directory.
    let directory: DirectoryHandle
    /// The files' names, by their place in the ledger.
    private(set) var names: [String] = []
    /// The files' sizes.
    private(set) var sizes: [Int] = []

    /// The file that is open: reading goes through one after the other.
    private var open: (segment: Int, descriptor: Int32)?
    /// The ring's index, once something was to be written to it; -1 where there is none.
    private var index: Int32?
    /// A part of the open file.
    private var window: UnsafeMutableRawBufferPointer?
    private var windowStart = 0
    private var windowCount = 0

    /// Room for the largest record, and for some hundred of the usual size.
    private static let windowSize = 256 << 10

    init(directory: DirectoryHandle) { self.directory = directory }

    deinit {
        window?.deallocate()
        if let open { closeDescriptor(open.descriptor) }
        closeIndex()
    }

    private func closeIndex() {
        if let index, index >= 0 { closeDescriptor(index) }
        index = nil
    }

    /// Adds a file behind the others; its place.
    func append(_ name: String, size: Int) -> Int {
        names.append(name)
        sizes.append(size)
        return names.count - 1
    }

    /// Lets go of the descriptor and the memory that reading took.
    func rest() {
        if let open { closeDescriptor(open.descriptor) }
        open = nil
        closeIndex()
        window?.deallocate()
        window = nil
    }

    func record(in segment: Int, at offset: UInt32, seed: UInt64) -> RecordLookup {
        switch descriptor(of: segment) {
        case .failure(let error):
            return [EMFILE, ENFILE, ENOMEM].contains(error.number) ? .unavailable : .damaged
        case .success(let descriptor):
            let place = Segment.headerSize + Int(offset)
            if let record = windowed(place, seed: seed) { return .whole(record) }
            guard fill(from: place, descriptor), let record = windowed(place, seed: seed) else {
                return .damaged
            }
            return .whole(record)
        }
    }

    func isUnchanged(_ record: UnsafeRawBufferPointer, length: Int, seed: UInt64) -> Bool {
        // It stands in memory of our own.
        true
    }

    /// The record at a place of the file, if the window holds it whole.
    private func windowed(_ place: Int, seed: UInt64) -> UnsafeRawBufferPointer? {
        guard let window, place >= windowStart, place < windowStart + windowCount else { return nil }
        return RecordHead.wholeRecord(
            UnsafeRawBufferPointer(rebasing: window[(place - windowStart)..<windowCount]), seed: seed)
    }

    /// Reads what the file has from a place on.
    private func fill(from place: Int, _ descriptor: Int32) -> Bool {
        let window =
            self.window
            ?? UnsafeMutableRawBufferPointer.allocate(byteCount: AdoptedFiles.windowSize, alignment: 16)
        self.window = window
        windowStart = place
        windowCount = 0
        while windowCount < window.count {
            let taken = pread(
                descriptor, window.baseAddress.map { $0 + windowCount }, window.count - windowCount,
                off_t(place + windowCount))
            if taken > 0 {
                windowCount += taken
            } else if taken < 0, errno == EINTR {
                continue
            } else {
                break
            }
        }
        return windowCount > 0
    }

    /// The file of a segment, opened if it is not.
    private func descriptor(of segment: Int) -> Result<Int32, StorageError> {
        if let open, open.segment == segment { return .success(open.descriptor) }
        if let open { closeDescriptor(open.descriptor) }
        open = nil
        windowCount = 0
        do throws(StorageError) {
            let descriptor = try directory.open(names[segment], O_RDWR)
            open = (segment, descriptor)
            return .success(descriptor)
        } catch {
            return .failure(error)
        }
    }

    func store(_ state: RecordState, in segment: Int, at offset: UInt32) {
        // What cannot be written down is done again after the next crash: delivered twice rather than never.
        guard case .success(let descriptor) = descriptor(of: segment),
            let head = readFile(descriptor, from: Segment.headerSize + Int(offset), count: RecordHead.size),
            head.count == RecordHead.size
        else { return }
        let word = head.withUnsafeBytes { $0.baseAddress.map { RecordHead(at: $0).word(state) } ?? 0 }
        withUnsafeBytes(of: word) {
            _ = writeFile(descriptor, at: Segment.headerSize + Int(offset), $0)
        }
    }

    func store(cursor offset: UInt32, count: Int, slot: Int, in segment: Int, seed: UInt64) {
        storeInIndex(UInt32(truncatingIfNeeded: count), at: RingIndex.Entry.settledOffset(slot), of: segment)
        guard case .success(let descriptor) = descriptor(of: segment) else { return }
        withUnsafeBytes(of: SegmentHeader.cursor(offset, slot: slot, seed: seed)) {
            _ = writeFile(descriptor, at: SegmentHeader.cursorOffset(slot), $0)
        }
    }

    /// Says in the ring's index how many records a segment has, and how many of them each slot has settled.
    ///
    /// In one write, because a kill between two would leave numbers that do not fit together.
    func setCount(_ count: Int, length: Int, settled: [Int], in segment: Int) {
        var words = [UInt32(truncatingIfNeeded: length), UInt32(truncatingIfNeeded: count)]
        for slot in 0..<RecordSlots.maximumCount {
            words.append(slot < settled.count ? UInt32(truncatingIfNeeded: settled[slot]) : 0)
        }
        words.withUnsafeBytes { storeInIndex($0, at: RingIndex.Entry.progressOffset, of: segment) }
    }

    /// Changes a word of a segment's entry in the ring's index, if there is one.
    private func storeInIndex(_ value: UInt32, at offset: Int, of segment: Int) {
        withUnsafeBytes(of: value.littleEndian) { storeInIndex($0, at: offset, of: segment) }
    }

    private func storeInIndex(_ bytes: UnsafeRawBufferPointer, at offset: Int, of segment: Int) {
        guard let number = SpoolNames.number(ofSegment: names[segment]) else { return }
        if index == nil { index = (try? directory.open(SpoolNames.index, O_RDWR)) ?? -1 }
        guard let index, index >= 0 else { return }
        _ = writeFile(index, at: RingIndex.offset(ofEntry: number) + offset, bytes)
    }

    /// Removes the file of a segment.
    func remove(_ segment: Int) {
        // Or its absence would be taken for a loss.
        storeInIndex(0, at: RingIndex.Entry.checkOffset, of: segment)
        if open?.segment == segment { rest() }
        directory.remove(names[segment])
        sizes[segment] = 0
    }
}
