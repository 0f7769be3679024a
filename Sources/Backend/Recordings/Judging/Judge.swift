import CatalogModel

/// Judges one record after the other against catalogs, and counts what it sees.
///
/// A record is judged by the catalog whose name and version it gives, if that is there, else by another version of the same catalog. A record
/// of a catalog that is not there at all is counted and not judged; one that names no catalog is judged by the first. A good record
/// costs no allocation; what is found is counted by what it is about.
package struct Judge: ~Copyable {
    /// How many records were judged, by whom, and how many were not.
    package struct Counts: Sendable, Equatable {
        /// Records that were judged by another version of their catalog.
        package struct OtherVersion: Sendable, Equatable {
            /// How many.
            package var count = 0
            /// The version that was used, `name/1.0.0`.
            package var judgedBy: String
        }

        /// Records with an event's name.
        package var records = 0
        /// Records of which the name is in the catalog.
        package var known = 0
        /// OTLP log records that are no events, for they have no name.
        package var unnamed = 0
        /// Records with findings of their own.
        package var flawed = 0
        /// Records by the catalog that they name, if only another version of it was at hand; at most a few are distinguished.
        package var foreign: [String: OtherVersion] = [:]
        /// Records by the catalog that they name, if no version of it was at hand: these are not judged. At most a few are distinguished.
        package var unjudged: [String: Int] = [:]
        /// Records that name no catalog.
        package var withoutCatalog = 0
    }

    let catalogs: [JudgedCatalog]
    let tallies: [CatalogTally]
    var log = FindingLog()
    /// What was counted.
    package internal(set) var counts = Counts()

    // The record at hand.
    var current: JudgedCatalog
    var tally: CatalogTally
    var catalogNumber: Int32 = 0
    var eventNumber: Int32 = -1
    var place = RecordingPlace(file: 0, line: 0, column: 1)
    var findingCount = 0
    /// Whether the last record was judged, because its catalog is at hand.
    package internal(set) var isJudged = true
    // Which properties the record has: those whose stamp is the record's.
    var stamp: UInt32 = 0
    let stamps: UnsafeMutablePointer<UInt32>
    let stampCount: Int
    var scratch: [UInt8] = []
    var lastCatalog: [UInt8] = []
    var hasLastCatalog = false

    /// A judge.
    ///
    /// - Parameters:
    ///   - catalog: The current catalog.
    ///   - others: Further versions of it, and other catalogs.
    package init(_ catalog: JudgedCatalog, others: [JudgedCatalog] = []) {
        catalogs = [catalog] + others
        tallies = catalogs.map { CatalogTally($0) }
        current = catalogs[0]
        tally = tallies[0]
        var most = 1
        for catalog in catalogs {
            for event in catalog.catalog.events {
                most = max(most, event.properties.count + catalog.catalog.context.count)
            }
        }
        stampCount = most
        stamps = .allocate(capacity: most)
        stamps.initialize(repeating: 0, count: most)
    }

    deinit { stamps.deallocate() }

    /// The number of the event of the current catalog that the last record was; nil if it was none of it.
    package var lastEvent: Int? { eventNumber >= 0 && catalogNumber == 0 ? Int(eventNumber) : nil }

    /// Whether something was found in the last record.
    package var lastIsFlawed: Bool { findingCount > 0 }

    /// What was seen of the current catalog.
    package var coverage: Coverage { tallies[0].coverage() }

    /// The catalog with the given number.
    func catalog(_ number: Int32) -> JudgedCatalog { catalogs[Int(number)] }

    /// Notes that a line could not be read.
    package mutating func add(_ problem: LineProblem, file: Int, line: Int) {
        switch problem {
        case .json(let problem):
            log.add(
                .init(rule: .invalidJSON, detail: problem.reason.rawValue),
                at: RecordingPlace(file: file, line: line, column: problem.offset + 1), example: { nil })
        case .record(let problem):
            log.add(
                .init(rule: .notARecord, detail: problem.reason.rawValue),
                at: RecordingPlace(file: file, line: line, column: problem.offset + 1), example: { nil })
        }
    }

    /// Notes a line that is longer than lines may be.
    package mutating func addTooLongLine(file: Int, line: Int) {
        log.add(
            .init(rule: .lineTooLong), at: RecordingPlace(file: file, line: line, column: 1), example: { nil }
        )
    }

    // MARK: A record

    /// Judges a record.
    package mutating func judge(_ record: RecordedEvent, file: Int, line: Int) {
        place = RecordingPlace(file: file, line: line, column: record.start + 1)
        findingCount = 0
        eventNumber = -1
        if record.name.kind == .absent {
            counts.unnamed += 1
            return
        }
        counts.records += 1
        isJudged = choose(record)
        guard isJudged else { return }
        if let duplicate = record.duplicate {
            let key = ByteSpan(start: record.line + duplicate.start, count: duplicate.length)
            found(.duplicateKey, at: duplicate.start, name: String(decoding: key, as: UTF8.self))
        }
        guard record.name.kind == .string else {
            judgeHeader(record)
            found(.invalidHeader, at: Int(record.name.start), detail: HeaderField.event.rawValue)
            counts.flawed += 1
            return
        }
        if let number = number(of: record) {
            counts.known += 1
            eventNumber = Int32(truncatingIfNeeded: number)
            tally.eventCounts[number] &+= 1
            judgeHeader(record)
            judgeEvent(record, number)
        } else {
            judgeHeader(record)
            scanAll(record)
        }
        if findingCount > 0 { counts.flawed += 1 }
    }

    /// Notes a finding in the record at hand.
    @inline(never)
    mutating func found(
        _ rule: RecordingRule, at offset: Int, property: Int = -1, event: Int32? = nil, detail: UInt8 = 0,
        name: String? = nil, example: @autoclosure () -> String? = nil
    ) {
        findingCount += 1
        // What is wrong with the context is told once, and not for each event.
        let isContext = property >= 0 && property < current.catalog.context.count
        let key = FindingLog.Key(
            rule: rule, catalog: catalogNumber, event: isContext ? -1 : event ?? eventNumber,
            property: Int32(truncatingIfNeeded: property), detail: detail, name: name)
        log.add(
            key, at: RecordingPlace(file: place.file, line: place.line, column: offset + 1), example: example)
    }
}
