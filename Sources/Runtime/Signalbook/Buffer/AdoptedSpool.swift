#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// The ring of a dead process, which this one has taken over under its lock.
///
/// Whatever is in the files is taken for anybody's bytes. What is found once is kept in memory, so that files which change, shrink or
/// vanish afterwards damage records, which are counted, and nothing else. Segments are removed as they are settled, the directory
/// with the last one. A kill leaves the rest to the next process, which goes on where this one was.
///
/// Records come out segment by segment in the order in which the segments were opened.
///
/// Safety: `@unchecked Sendable`; everything that changes is behind ``state`` or ``published``.
final class AdoptedSpool: RecordStore, @unchecked Sendable {
    /// The directory's name.
    let name: String
    /// When its oldest record was tracked, in nanoseconds since 1970; `UInt64.max` where there is none.
    let oldestTime: UInt64

    private let place: SpoolPlace
    /// The dead process's slot for each of this process's.
    private let slots: [Int?]
    private let age: AgeLimit
    /// What files are read and written with, so that a disk that hangs holds up whoever wants it.
    private let state: Locked<State>
    /// What may be asked at any time, as of the last change; locked for a moment only, also while ``state`` is.
    private let published = Locked(Published())
    private let isInherited = InheritanceFlag()

    private struct State {
        var files: AdoptedFiles
        var ledger: RecordLedger
        /// What the segments hold, by their place in the ledger.
        var ranks: [SegmentRank]
        /// Files that are removed with the directory.
        var others: [String]
        var isFinished = false
        /// Whether what is left in it is another turn's.
        var isGivenBack = false
        /// Whether its files may be another process's.
        var isClosed = false
    }

    private struct Published {
        var accounts = PerKind(StoreAccount())
        /// How many records wait, by the dead process's slot.
        var pending = [Int](repeating: 0, count: RecordSlots.maximumCount)
        var isFinished = false
        /// Whether it is to be closed as soon as nobody is at work on it.
        var isClosing = false
    }

    /// What became of an attempt to adopt.
    enum Outcome {
        /// It is ours, and there is something in it.
        case adopted(AdoptedSpool)
        /// There was nothing in it that anybody wants; it is gone.
        case removed(PerKind<StoreAccount>)
        /// Its process lives, or another one was first.
        case busy
        /// Nobody came for it before what was in it had expired; it is gone. The account is nil where its records could not be read, and the
        /// reason says why we could not take it.
        case expired(PerKind<StoreAccount>?, String)
        /// It is left as it is, for this reason; something was last added to it at that time.
        case left(String, latestTime: UInt64)
    }

    /// Takes over a directory.
    ///
    /// - Parameters:
    ///   - exporters: this process's exporters, by slot.
    ///   - age: how old a record may get.
    ///   - removesExpired: whether a ring that we cannot take over may go for its age.
    static func adopt(
        _ name: String, in parent: DirectoryHandle, exporters: [ExporterSlot], diagnostics: DiagnosticChannel,
        age: AgeLimit = .none, removesExpired: Bool
    ) throws(StorageError) -> Outcome {
        guard let place = try SpoolPlace.adopt(name, in: parent) else { return .busy }
        let content = try SpoolContent(place.directory)
        var owners = content.exporters
        var foreign: String?
        if let version = content.foreignVersion {
            foreign = "it is of format version \(version), and this is version \(Segment.formatVersion)"
        } else if exporters.isEmpty {
            foreign = "this process has no exporter"
        } else if let names = owners, !names.isEmpty, !names.contains(where: exporters.contains) {
            foreign =
                "none of its exporters (\(names.map(\.name).joined(separator: ", "))) is among this process's"
        }
        if let foreign {
            let latest = content.latestTime
            guard removesExpired, latest < age.notBefore, content.junk.isEmpty else {
                return .left(foreign, latestTime: content.junk.isEmpty ? latest : .max)
            }
            guard content.foreignVersion == nil else {
                remove(content, from: place)
                return .expired(nil, foreign)
            }
            // With nobody to deliver to everything in it is settled at once.
            let spool = AdoptedSpool(
                place: place, content, owners: owners, exporters: exporters, age, unwanted: .expired)
            return .expired(spool.settledAccounts, foreign)
        }
        if owners?.isEmpty ?? true { owners = nil }
        for damaged in content.damagedSegments {
            diagnostics.reportDamagedSegment(place.directory.path + "/" + damaged)
        }
        let slotCount = owners?.count ?? 0
        for segment in content.segments where segment.isHeaderLost || segment.missingCount(slotCount) > 0 {
            diagnostics.reportLostRecords(
                in: place.directory.path + "/" + segment.name, count: segment.lostCount(slotCount))
        }
        for junk in content.junk { diagnostics.reportJunk(place.directory.path + "/" + junk) }
        let spool = AdoptedSpool(place: place, content, owners: owners, exporters: exporters, age)
        return spool.isFinished ? .removed(spool.settledAccounts) : .adopted(spool)
    }

    private init(
        place: SpoolPlace, _ content: consuming SpoolContent, owners: [ExporterSlot]?,
        exporters: [ExporterSlot],
        _ age: AgeLimit, unwanted reason: DropReason = .noExporter
    ) {
        self.place = place
        self.age = age
        name = place.name
        let names = owners ?? Array(exporters.prefix(RecordSlots.maximumCount))
        var slots: [Int?] = []
        for exporter in exporters {
            slots.append(names.indices.first { names[$0] == exporter && !slots.contains($0) })
        }
        self.slots = slots
        var files = AdoptedFiles(directory: place.directory)
        var ledger = RecordLedger(
            segmentCount: content.segments.count, queueCount: 1,
            kinds: names.indices.map { slots.contains($0) ? names[$0].kind : nil })
        ledger.unwantedReason = reason
        oldestTime = content.segments.compactMap(\.scan.firstTime).min() ?? .max
        for segment in content.segments {
            let index = files.append(segment.name, size: segment.size)
            let slotCount = owners == nil ? 0 : names.count
            let missing = segment.missingCount(slotCount)
            ledger.restore(
                index, segment.scan, header: segment.header, positions: segment.positions(slotCount),
                owners: names.map(\.kind), missing: missing, in: &files)
            // Or another process would count them once more, when this one is gone.
            if let entry = segment.entry, entry.count > segment.scan.starts.count {
                files.setCount(
                    segment.scan.starts.count, length: segment.header.committed,
                    settled: segment.positions(slotCount), in: index)
            }
        }
        // At once, for they take room and hold nothing.
        for name in content.disposable + content.damagedSegments { place.directory.remove(name) }
        let others = [SpoolNames.exporters, SpoolNames.index]
        let lostCount = content.damagedSegments.count
        ledger.accounts.log.recovered += UInt64(lostCount)
        if lostCount > 0 { ledger.accounts.log.dropped[.corrupted, default: 0] += UInt64(lostCount) }
        state = Locked(
            State(
                files: files, ledger: ledger, ranks: content.segments.map(\.header.rank), others: others))
        let isInherited = isInherited
        ForkRegistry.add(ObjectIdentifier(self)) { isInherited.store(true) }
        change { _ in }
    }

    /// Removes the ring of a dead process with everything in it; nil where its process lives, or another one was first.
    ///
    /// - Returns: how many records waited in it: as recovered and dropped for this reason. What a later version wrote cannot be counted.
    static func purge(
        _ name: String, in parent: DirectoryHandle, _ reason: DropReason
    ) throws(StorageError) -> PerKind<StoreAccount>? {
        guard let place = try SpoolPlace.adopt(name, in: parent) else { return nil }
        let content = try SpoolContent(place.directory)
        guard content.foreignVersion == nil else {
            remove(content, from: place)
            return PerKind(StoreAccount())
        }
        // With nobody to deliver to everything in it is settled at once.
        let owners = content.exporters.flatMap { $0.isEmpty ? nil : $0 }
        let spool = AdoptedSpool(
            place: place, content, owners: owners, exporters: [], .none, unwanted: reason)
        return spool.settledAccounts
    }

    /// Drops everything in it at once, also what exporters have in hand, and removes its files.
    func purge(_ reason: DropReason) {
        guard !isInherited.load() else { return }
        change { state in
            guard !state.isClosed else { return }
            state.ledger.purge(reason)
        }
    }

    /// Removes a ring that cannot be read.
    private static func remove(_ content: borrowing SpoolContent, from place: SpoolPlace) {
        for segment in content.segments { place.directory.remove(segment.name) }
        for name in content.foreignSegments + content.damagedSegments + content.disposable {
            place.directory.remove(name)
        }
        place.remove(segmentCount: 0)
    }

    deinit { ForkRegistry.remove(ObjectIdentifier(self)) }

    // MARK: Reading

    func collect(for slot: Int, maximumCount: Int, maximumBytes: Int) -> RecordCollection? {
        guard let slot = own(slot) else { return nil }
        let oldest = age.notBefore
        return change { state in
            guard !state.isGivenBack, !state.isClosed else { return nil }
            return state.ledger.collect(
                for: slot, maximumCount: maximumCount, maximumBytes: maximumBytes, notBefore: oldest,
                in: &state.files)
        }
    }

    func settle(
        _ collection: RecordCollection, for slot: Int, delivered: Int, dropped reason: DropReason?,
        counting count: (_ settle: () -> Void) -> Void
    ) {
        guard let slot = own(slot) else { return count {} }
        change(publishing: count) { state in
            guard !state.isClosed else { return }
            state.ledger.settle(
                collection, for: slot, delivered: delivered, dropped: reason ?? .exportFailed,
                in: &state.files)
        }
    }

    func pendingCount(for slot: Int) -> Int {
        guard let slot = own(slot) else { return 0 }
        return published.withLock { $0.pending[slot] }
    }

    /// Leaves what is left for another turn, where some exporter is done with it all and others hold it up; whether it did.
    ///
    /// What waits is recovered again when the ring is. The lock goes with this object, once no delivery looks at it any more.
    func giveBack() -> Bool {
        guard !isInherited.load() else { return false }
        return change { state in
            let ledger = state.ledger
            let waiting = ledger.slots.filter { ledger.pendingCount($0) > 0 }
            guard !state.isFinished, !state.isClosed, !waiting.isEmpty, waiting.count < ledger.slots.count,
                !ledger.queues[0].contains(where: ledger.isPinned)
            else { return false }
            for kind in RecordKind.allCases {
                state.ledger.accounts[kind].recovered = ledger.accounts[kind].settled
            }
            state.isFinished = true
            state.isGivenBack = true
            return true
        }
    }

    /// Lets another process have what is left, as soon as no exporter has something in hand and nobody is reading it. Afterwards nothing is
    /// collected and nothing settled; what waits goes on to be counted as that.
    ///
    /// It does not wait for who is at work on it: who is closes it in the end.
    func close() {
        guard !isInherited.load() else { return }
        published.withLock { $0.isClosing = true }
        closeIfAsked()
    }

    /// Closes it if it is to be and can be.
    ///
    /// Asked after each change, once the lock of ``state`` is free: either ``close()`` finds it free then, or who has it looks here later.
    private func closeIfAsked() {
        guard published.withLock({ $0.isClosing }) else { return }
        let closes = state.withLockIfFree { state in
            guard !state.isClosed, !state.isFinished, !state.ledger.isCollected else { return false }
            state.isClosed = true
            return true
        }
        if closes ?? false { place.release() }
    }

    /// What became of its records. Waits for no file.
    var settledAccounts: PerKind<StoreAccount> { published.withLock { $0.accounts } }

    /// Whether everything is settled and the directory gone, or as good as gone; or given back. Waits for no file.
    var isFinished: Bool { published.withLock { $0.isFinished } }

    /// The dead process's slot for one of this process's.
    private func own(_ slot: Int) -> Int? {
        guard !isInherited.load(), slots.indices.contains(slot) else { return nil }
        return slots[slot]
    }

    /// Runs `body`, then removes what nobody wants any more, and says what has changed: all of it at once, through `publish`.
    private func change<Result: Sendable>(
        publishing publish: (_ change: () -> Void) -> Void = { $0() }, _ body: (inout State) -> Result
    ) -> Result {
        let place = place
        let result = state.withLock { state in
            let result = body(&state)
            for segment in state.ledger.finished { state.files.remove(segment) }
            state.ledger.finished = []
            state.files.rest()
            if state.ledger.queues[0].isEmpty, !state.isFinished {
                state.isFinished = true
                for name in state.others { place.directory.remove(name) }
                place.remove(segmentCount: 0)
            }
            let (ledger, isFinished, isGivenBack) = (state.ledger, state.isFinished, state.isGivenBack)
            publish {
                published.withLock { published in
                    published.accounts = ledger.accounts
                    published.isFinished = isFinished
                    for slot in ledger.slots {
                        published.pending[slot] =
                            isGivenBack ? 0 : ledger.pendingCount(slot)
                    }
                }
            }
            return result
        }
        closeIfAsked()
        return result
    }

    // MARK: Limits

    /// How many bytes its segment files take.
    var byteCount: Int { state.withLock { $0.files.sizes.reduce(0, +) } }

    /// Drops records, oldest first, until no more than `limit` bytes are left or nothing more can go; of segments that no exporter is at
    /// work on.
    ///
    /// - Parameter sparingErrors: whether segments of priority stay, see ``SegmentRank``.
    func shrink(to limit: Int, sparingErrors: Bool) {
        change { state in
            guard !state.isClosed else { return }
            for segment in state.ledger.queues[0]
            where !state.ledger.isPinned(segment) && !(sparingErrors && state.ranks[segment] == .priority) {
                guard state.files.sizes.reduce(0, +) > limit else { return }
                let records = state.ledger.segments[segment]
                state.ledger.evict(
                    segment, generation: records.generation,
                    counts: PerKind { $0 == .span ? records.spanCount : records.count - records.spanCount })
                state.files.remove(segment)
            }
        }
    }
}
