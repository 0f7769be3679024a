import SignalVocabulary

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// What waits in a spool directory and how it is, for people: read only, beside processes that use it.
///
/// Of a running process's ring this is a look at something that moves: a record that is being settled may be counted or not.
package struct SpoolInspector: Sendable {
    /// The ring of one process.
    package struct Ring: Sendable, Hashable {
        /// The directory's name.
        package var name = ""
        /// The process that made it.
        package var process: Int32 = 0
        /// Whether somebody holds its lock: the process that made it or one that took it over.
        package var isRunning = false
        /// How many seconds ago its directory last changed, which is about when it was made; 0 where that lies in the future.
        package var age = 0
        /// How many bytes its files take.
        package var byteCount = 0
        /// Records that at least one exporter has not settled.
        package var recordCount = 0
        /// The exporters, by slot; empty where the file that names them is missing or torn.
        package var exporters: [ExporterCount] = []
        /// When the oldest of the waiting records was tracked, in nanoseconds since 1970; nil where none waits.
        package var oldestTime: UInt64?
        /// Damaged stretches between records.
        package var corruptedRecordCount = 0
        /// Segments whose headers cannot be read.
        package var corruptedSegmentCount = 0
        /// The format version where another version of Signalbook wrote it, which is not read.
        package var foreignVersion: UInt32?
        /// The waiting records by name and severity, most frequent first.
        package var events: [EventCount] = []
        /// Why it could not be read, nil where it could.
        package var problem: String?

        fileprivate init(name: String, process: Int32) {
            self.name = name
            self.process = process
        }
    }

    /// How many records wait for one exporter.
    package struct ExporterCount: Sendable, Hashable {
        /// The exporter's name.
        package let name: String
        /// How many wait.
        package let count: Int
    }

    /// How many records of one event wait.
    package struct EventCount: Sendable, Hashable {
        /// The event's name.
        package let name: String
        /// Its severity, such as `error`; empty where the record says none.
        package let severity: String
        /// How many wait.
        package let count: Int
    }

    /// The rings, by name.
    package let rings: [Ring]
    /// Names in the directory that are none of a spool's.
    package let junk: [String]

    /// What kept the directory from being read.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// Looks at a spool directory.
    ///
    /// - Parameters:
    ///   - directory: the directory that `TELEMETRY_SPOOL_DIRECTORY` names.
    ///   - now: nanoseconds since 1970.
    package init(directory: String, now: UInt64 = wallClock()) throws(Failure) {
        let parent: DirectoryHandle
        do throws(StorageError) {
            parent = try DirectoryHandle.open(directory)
        } catch {
            throw Failure(description: error.description)
        }
        var rings: [Ring] = []
        var junk: [String] = []
        for name in parent.names() {
            guard let process = SpoolNames.process(ofDirectory: name) else {
                junk.append(name)
                continue
            }
            var ring = Ring(name: name, process: process)
            do throws(StorageError) {
                try ring.inspect(in: parent, now: now)
            } catch {
                ring.problem = error.description
            }
            rings.append(ring)
        }
        (self.rings, self.junk) = (rings, junk)
    }
}

extension SpoolInspector.Ring {
    private struct EventKey: Hashable {
        let name: String
        let severity: String
    }

    /// Fills in what the ring's directory says.
    fileprivate mutating func inspect(in parent: DirectoryHandle, now: UInt64) throws(StorageError) {
        let directory = try parent.directory(name)
        isRunning = SpoolPlace.isOwned(directory)
        var status = stat()
        if fstat(directory.descriptor, &status) == 0 {
            #if canImport(Darwin)
                let changed = Int(status.st_mtimespec.tv_sec)
            #else
                let changed = Int(status.st_mtim.tv_sec)
            #endif
            age = max(0, Int(now / 1_000_000_000) - changed)
        }
        var counts: [EventKey: Int] = [:]
        var counted = 0
        var oldest: UInt64?
        var corrupted = 0
        var waitingBySlot = [Int](repeating: 0, count: RecordSlots.maximumCount)
        let slots = exporterSlots(in: directory)
        let slotCount = slots.count
        let content = try SpoolContent(directory) { records, file in
            corrupted += file.missingCount(slotCount)
            let positions = file.positions(slotCount)
            for (index, start) in file.scan.starts.enumerated() {
                let state = file.scan.states[index]
                guard !state.isCorrupted else {
                    corrupted += 1
                    continue
                }
                let waiting = (0..<slotCount).filter {
                    slots[$0].kind == state.kind && index >= positions[$0] && !state.isDone($0)
                }
                guard !waiting.isEmpty, let base = records.baseAddress else { continue }
                for slot in waiting { waitingBySlot[slot] += 1 }
                counted += 1
                let head = RecordHead(at: base + Int(start))
                oldest = min(oldest ?? head.time, head.time)
                let payload = UnsafeRawBufferPointer(
                    start: base + Int(start) + RecordHead.size, count: head.length)
                guard let signal = try? RecordedSignal(payload.assumingMemoryBound(to: UInt8.self)) else {
                    continue
                }
                let key = EventKey(
                    name: signal.name, severity: signal.severity?.name ?? "")
                counts[key, default: 0] += 1
            }
        }
        byteCount = content.byteCount
        recordCount = counted
        oldestTime = oldest
        corruptedRecordCount = corrupted
        corruptedSegmentCount = content.damagedSegments.count
        foreignVersion = content.foreignVersion
        exporters = (content.exporters ?? []).enumerated().map {
            SpoolInspector.ExporterCount(name: $1.name, count: waitingBySlot[$0])
        }
        events = counts.map {
            SpoolInspector.EventCount(name: $0.key.name, severity: $0.key.severity, count: $0.value)
        }
        .sorted { ($1.count, $0.name, $0.severity) < ($0.count, $1.name, $1.severity) }
    }

    private func exporterSlots(in directory: DirectoryHandle) -> [ExporterSlot] {
        let slots = (try? directory.contents(SpoolNames.exporters, limit: ExporterNames.maximumSize))
            .flatMap(ExporterNames.init(parsing:))?.slots
        return slots.flatMap { $0.isEmpty ? nil : $0 } ?? [ExporterSlot(name: "")]
    }
}
