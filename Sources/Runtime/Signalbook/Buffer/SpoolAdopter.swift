#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Takes over the rings that dead processes left below a directory.
///
/// It reads files and may take a while, so it is for a background thread. Any number of processes and telemetries may adopt from one
/// directory at once: each ring goes to one of them.
final class SpoolAdopter: Sendable {
    /// How many rings are read at a time; the others wait for the next ``adopt()``.
    static let maximumCount = 32
    /// How often ``adopt()`` is to be called, in nanoseconds.
    static let interval: UInt64 = 60_000_000_000

    private let directory: String
    /// The name of this process's ring, which is never taken over: another process may want it while a look is under way.
    private let own: String?
    private let exporters: [ExporterSlot]
    private let limits: SpoolLimits
    private let age: AgeLimit
    private let diagnostics: DiagnosticChannel
    /// NOTE: statistics take it, so nothing is done under it that waits for a file: a ring is only asked for what it has published, and let go
    /// of elsewhere.
    private let state = Locked(State())
    /// Held while rings are looked for, so that those that one look holds for a moment are not left out by another. Waits for files.
    private let turn = Locked(())

    private struct State {
        var spools: [AdoptedSpool] = []
        /// The account of the rings that are settled and gone.
        var past = PerKind(StoreAccount())
        /// What has been reported; once is enough.
        var reported: Set<String> = []
        /// Rings that are left alone, and not read again before what was added last has expired: when that was, and since when we know
        /// them.
        var left: [String: (latestTime: UInt64, since: UInt64)] = [:]
        /// Rings that made way for others, to be adopted again when there is room.
        var givenBack: Set<String> = []
        var isClosed = false
        /// Why everything is dropped, once it is.
        var purgeReason: DropReason?
    }

    /// An adopter that has done nothing yet.
    ///
    /// - Parameters:
    ///   - directory: the directory of all rings.
    ///   - own: the path of this process's ring; nil: it has none.
    ///   - exporters: this process's exporters, by slot.
    ///   - now: nanoseconds since 1970.
    init(
        directory: String, own: String? = nil, exporters: [ExporterSlot], limits: SpoolLimits,
        diagnostics: DiagnosticChannel,
        now: @escaping @Sendable () -> UInt64 = AgeLimit.steadyClock()
    ) {
        self.directory = directory
        self.own = own.flatMap { $0.split(separator: "/").last.map(String.init) }
        // As they stand in a ring's file, or they would not be known again.
        self.exporters = ExporterNames(exporters).slots
        self.limits = limits
        self.diagnostics = diagnostics
        age = AgeLimit(maximumAge: limits.maximumAge, now: now)
    }

    /// Takes over what is to be had and not ours yet; the new ones, oldest first.
    ///
    /// A ring that is for none of our exporters, or of a format version that we cannot read, is left to those who can, until what was added
    /// to it last is older than the age limit: then nobody will come for it, and it is removed, which is said. By the youngest record's time
    /// where records can be read, and then they are counted as recovered and ``DropReason/expired``; else by the time at which its files
    /// were last written to, and nobody can say how many events those were. Not at the first look, but at one that is a minute later at
    /// least, for a clock may be ahead at the start of a process and right soon after. One that a process holds, or in which there is
    /// anything besides the files of a ring, is never touched.
    ///
    /// With no exporter nothing is taken, because there would be nobody to deliver to: the rings wait for a process that has one, as long as all
    /// of them together are within the size limit; else the oldest go. Rings that only some of the exporters hold up make way for
    /// those that none has seen, so that one dead backend does not keep what others wait for.
    func adopt() -> [AdoptedSpool] { turn.withLock { _ in adoptInTurn() } }

    private func adoptInTurn() -> [AdoptedSpool] {
        guard !state.withLock({ $0.isClosed }) else { return [] }
        forgetFinished()
        let parent: DirectoryHandle
        do throws(StorageError) {
            parent = try DirectoryHandle.open(directory)
        } catch {
            if error.number != ENOENT { report(directory) { $0.reportSpoolLeft("\(error)") } }
            return []
        }
        let (known, left, givenBack) = state.withLock { ($0.spools.map(\.name), $0.left, $0.givenBack) }
        var found: [(name: String, time: UInt64)] = []
        let (now, notBefore) = (age.now(), age.notBefore)
        for name in parent.names()
        where name != own && !known.contains(name) && left[name].map({ $0.latestTime < notBefore }) ?? true {
            if SpoolNames.process(ofDirectory: name) == nil {
                report(name) { [directory] in $0.reportJunk(directory + "/" + name) }
            } else {
                found.append((name, parent.modificationTime(of: name)))
            }
        }
        found.sort {
            let (first, second) = (givenBack.contains($0.name) ? 1 : 0, givenBack.contains($1.name) ? 1 : 0)
            return (first, $0.time, $0.name) < (second, $1.time, $1.name)
        }
        var count = known.count
        var adopted: [AdoptedSpool] = []
        var waitingBytes = 0
        for (name, _) in found {
            if count >= SpoolAdopter.maximumCount {
                let bytes = orphanedBytes(name, in: parent)
                guard bytes > 0, !givenBack.contains(name), giveOneBack() else {
                    waitingBytes += bytes
                    continue
                }
                count -= 1
            }
            do throws(StorageError) {
                switch try AdoptedSpool.adopt(
                    name, in: parent, exporters: exporters, diagnostics: diagnostics, age: age,
                    removesExpired: left[name].map { now >= $0.since &+ SpoolAdopter.interval } ?? false)
                {
                case .adopted(let spool):
                    adopted.append(spool)
                    count += 1
                    state.withLock { _ = $0.givenBack.remove(name) }
                case .removed(let account): state.withLock { $0.past += account }
                case .busy: break
                case .expired(let account, let reason):
                    if let account { state.withLock { $0.past += account } }
                    diagnostics.reportSpoolExpired(
                        "\(directory)/\(name)", reason, count: account.map { $0.total.dropped[.expired] ?? 0 }
                    )
                case .left(let reason, let latestTime):
                    // After a jump back it is as if we had never seen it.
                    let since = min(left[name]?.since ?? now, now)
                    state.withLock { $0.left[name] = (latestTime, since) }
                    // Without an exporter that is so with every ring, and has been said.
                    guard !exporters.isEmpty else { break }
                    report(name) { [directory] in $0.reportSpoolLeft("'\(directory)/\(name)': \(reason)") }
                }
            } catch {
                report(name) { $0.reportSpoolLeft("\(error)") }
            }
        }
        if exporters.isEmpty { evictOldest(of: parent) }
        adopted.sort { ($0.oldestTime, $0.name) < ($1.oldestTime, $1.name) }
        let new = adopted
        let (isClosed, purgeReason) = state.withLock { state in
            state.spools += new
            return (state.isClosed, state.purgeReason)
        }
        if let purgeReason { for spool in new { spool.purge(purgeReason) } }
        if isClosed { close() }
        shrink(besides: waitingBytes)
        return adopted.filter { !$0.isFinished }
    }

    /// Adopts no more, and lets other processes have what is left, each ring as soon as no exporter has any of it in hand and nobody is reading
    /// it; for when no exporter takes anything any more.
    func close() {
        let spools = state.withLock { state in
            state.isClosed = true
            return state.spools
        }
        for spool in spools { spool.close() }
    }

    /// Removes the oldest rings of dead processes until all of them are within the size limit; for a process that can take none over.
    private func evictOldest(of parent: DirectoryHandle) {
        let rings = parent.names().filter { SpoolNames.process(ofDirectory: $0) != nil }
            .map { (name: $0, time: parent.modificationTime(of: $0), bytes: orphanedBytes($0, in: parent)) }
            .sorted { ($0.time, $0.name) < ($1.time, $1.name) }
        var excess = rings.reduce(0) { $0 + $1.bytes } - limits.maximumBytes
        for ring in rings where excess > 0 && ring.bytes > 0 {
            guard let accounts = try? AdoptedSpool.purge(ring.name, in: parent, .evicted) else { continue }
            excess -= ring.bytes
            state.withLock { $0.past += accounts }
            diagnostics.reportSpoolEvicted(
                "\(directory)/\(ring.name)", count: accounts.total.dropped[.evicted])
        }
    }

    /// Drops everything that dead processes left, removes it, and adopts no more. The rings of processes that live are theirs.
    func purge(_ reason: DropReason) {
        let spools = state.withLock { state in
            state.isClosed = true
            state.purgeReason = reason
            return state.spools
        }
        for spool in spools { spool.purge(reason) }
        turn.withLock { _ in purgeOrphans(reason) }
    }

    /// Drops and removes what dead processes left and nobody has adopted.
    private func purgeOrphans(_ reason: DropReason) {
        forgetFinished()
        do throws(StorageError) {
            let parent = try DirectoryHandle.open(directory)
            for name in parent.names() where SpoolNames.process(ofDirectory: name) != nil {
                do throws(StorageError) {
                    let accounts = try AdoptedSpool.purge(name, in: parent, reason)
                    if let accounts { state.withLock { $0.past += accounts } }
                } catch {
                    report(name) { $0.reportSpoolLeft("\(error)") }
                }
            }
        } catch {
            if error.number != ENOENT { report(directory) { $0.reportSpoolLeft("\(error)") } }
        }
    }

    /// Makes room for one ring, if there is one to make way.
    private func giveOneBack() -> Bool {
        guard let spool = state.withLock({ $0.spools }).first(where: { $0.giveBack() }) else { return false }
        state.withLock { _ = $0.givenBack.insert(spool.name) }
        forgetFinished()
        return true
    }

    /// Moves the accounts of rings that are done with to the past ones, and lets go of the rings.
    private func forgetFinished() {
        // Out of the lock before they go, for that closes files.
        let finished = state.withLock { state in
            let finished = state.spools.filter(\.isFinished)
            state.spools.removeAll { spool in finished.contains { $0 === spool } }
            for spool in finished { state.past += spool.settledAccounts }
            return finished
        }
        withExtendedLifetime(finished) {}
    }

    /// Drops the oldest records until all that dead processes left is within the size limit; errors only when that is not enough.
    ///
    /// - Parameter waiting: how many bytes rings take that are not adopted yet: younger ones.
    private func shrink(besides waiting: Int) {
        for sparingErrors in [true, false] {
            let spools = state.withLock { $0.spools }
            var excess = spools.reduce(waiting) { $0 + $1.byteCount } - limits.maximumBytes
            for spool in spools where excess > 0 {
                let before = spool.byteCount
                spool.shrink(to: max(0, before - excess), sparingErrors: sparingErrors)
                excess -= before - spool.byteCount
            }
        }
    }

    /// How many bytes a ring takes whose process is dead; 0 for others.
    private func orphanedBytes(_ name: String, in parent: DirectoryHandle) -> Int {
        guard let directory = try? parent.directory(name), !SpoolPlace.isOwned(directory) else { return 0 }
        return directory.names().reduce(0) { sum, file in
            var status = stat()
            guard SpoolNames.number(ofSegment: file) != nil,
                fstatat(directory.descriptor, file, &status, AT_SYMLINK_NOFOLLOW) == 0
            else { return sum }
            return sum + Int(status.st_size)
        }
    }

    /// What became of all records that were ever adopted; those that wait are `recovered` less `settled`. Waits for no file.
    var accounts: PerKind<StoreAccount> {
        state.withLock { state in
            var sum = state.past
            for spool in state.spools { sum += spool.settledAccounts }
            return sum
        }
    }

    /// Says something about a name, once.
    private func report(_ name: String, _ body: (DiagnosticChannel) -> Void) {
        if state.withLock({ $0.reported.insert(name).inserted }) { body(diagnostics) }
    }
}
