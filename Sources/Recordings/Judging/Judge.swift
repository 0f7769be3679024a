import EventCatalog
import SignalPattern

/// Judges one record after the other against catalogs, and counts what it sees.
///
/// A record is judged by the catalog whose name and version it gives, if that is there, else by the first. A good record costs no
/// allocation; what is found is counted by what it is about.
package struct Judge: ~Copyable {
    /// How many records were judged, by whom, and how many were not.
    package struct Counts: Sendable, Equatable {
        /// Records with an event's name.
        package var records = 0
        /// Records of which the name is in the catalog.
        package var known = 0
        /// OTLP log records that are no events, for they have no name.
        package var unnamed = 0
        /// Records with findings of their own.
        package var flawed = 0
        /// Records by the catalog they name, where that was not at hand and the current one was used; at most a few are told apart.
        package var foreign: [String: Int] = [:]
        /// Records that name no catalog.
        package var withoutCatalog = 0
    }

    private let catalogs: [JudgedCatalog]
    private let tallies: [CatalogTally]
    var log = FindingLog()
    /// What was counted.
    package private(set) var counts = Counts()

    // The record at hand.
    private var current: JudgedCatalog
    private var tally: CatalogTally
    private var catalogNumber: Int32 = 0
    private var eventNumber: Int32 = -1
    private var place = RecordingPlace(file: 0, line: 0, column: 1)
    private var findingCount = 0
    // Which properties the record has: those whose stamp is the record's.
    private var stamp: UInt32 = 0
    private let stamps: UnsafeMutablePointer<UInt32>
    private let stampCount: Int
    private var scratch: [UInt8] = []
    private var lastCatalog: [UInt8] = []
    private var hasLastCatalog = false

    /// A judge.
    ///
    /// - Parameters:
    ///   - catalog: The current catalog.
    ///   - others: Further versions of it.
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
        choose(record)
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

    /// Fields that every record has, as the detail of a finding.
    enum HeaderField: UInt8 {
        case event, timestamp, severity, catalog
    }

    /// Finds the catalog that the record names.
    @inline(__always)
    private mutating func choose(_ record: RecordedEvent) {
        guard record.catalog.kind == .string else {
            if record.catalog.kind == .absent {
                counts.withoutCatalog += 1
            } else {
                found(.invalidHeader, at: Int(record.catalog.start), detail: HeaderField.catalog.rawValue)
            }
            use(0)
            return
        }
        let identity = record.bytes(record.catalog)
        if hasLastCatalog, lastCatalog.count == identity.count {
            let isSame = lastCatalog.withUnsafeBufferPointer { last in
                guard let first = last.baseAddress, let second = identity.baseAddress else { return true }
                return Bytes.equal(first, second, count: identity.count)
            }
            if isSame { return }
        }
        chooseAnew(record, identity)
    }

    @inline(never)
    private mutating func chooseAnew(_ record: RecordedEvent, _ identity: ByteSpan) {
        let text = JSONText.string(identity, hasEscapes: record.catalog.hasEscapes)
        if let number = catalogs.firstIndex(where: { $0.identity == text }) {
            use(Int32(number))
            lastCatalog = Array(identity)
            hasLastCatalog = true
            return
        }
        use(0)
        // Of a hostile recording only so many are kept apart.
        let name =
            counts.foreign.count < 16 || counts.foreign[text] != nil ? String(text.prefix(120)) : "others"
        counts.foreign[name, default: 0] += 1
    }

    private mutating func use(_ number: Int32) {
        hasLastCatalog = false
        guard number != catalogNumber else { return }
        catalogNumber = number
        current = catalogs[Int(number)]
        tally = tallies[Int(number)]
    }

    @inline(__always)
    private mutating func judgeHeader(_ record: RecordedEvent) {
        if record.unixNanoseconds == nil {
            found(
                .invalidHeader, at: offset(of: record.time, in: record),
                detail: HeaderField.timestamp.rawValue)
        }
        if record.severityLevel == nil {
            found(
                .invalidHeader, at: offset(of: record.severity, in: record),
                detail: HeaderField.severity.rawValue)
        }
        if record.violations.kind != .absent {
            found(.markedViolation, at: Int(record.violations.start), example: record.text(record.violations))
        }
    }

    private func offset(of value: RecordedValue, in record: RecordedEvent) -> Int {
        value.kind == .absent ? record.start : Int(value.start)
    }

    /// The number of the record's event in the current catalog; nil, with a finding, if it is not there.
    @inline(__always)
    private mutating func number(of record: RecordedEvent) -> Int? {
        let name = record.bytes(record.name)
        if !record.name.hasEscapes, let number = current.eventIndex.number(of: name) { return number }
        return unusualNumber(of: record, name)
    }

    @inline(never)
    private mutating func unusualNumber(of record: RecordedEvent, _ name: ByteSpan) -> Int? {
        let text = JSONText.string(name, hasEscapes: record.name.hasEscapes)
        let bytes = Array(text.utf8)
        let (number, tombstone) = bytes.withUnsafeBufferPointer {
            (current.eventIndex.number(of: $0), current.tombstoneIndex.number(of: $0))
        }
        if let number { return number }
        found(
            tombstone == nil ? .unknownEvent : .removedEvent, at: Int(record.name.start), event: -1,
            name: String(text.prefix(200)))
        return nil
    }

    // MARK: Its properties

    @inline(__always)
    private mutating func judgeEvent(_ record: RecordedEvent, _ number: Int) {
        let plan = current.events[number]
        if plan.isDeprecated { found(.deprecatedEvent, at: Int(record.name.start)) }
        if plan.expiry != .max, let time = record.unixNanoseconds, time >= plan.expiry {
            found(.expiredEvent, at: Int(record.name.start))
        }
        stamp &+= 1
        if stamp == 0 {
            stamps.update(repeating: 0, count: stampCount)
            stamp = 1
        }
        let plans = current.plans + Int(plan.first)
        let names = UnsafePointer(current.names)
        var required = 0
        // Records have their properties in the catalog's order, so most often the next one is the one that comes.
        var next = 0
        for field in record.fields {
            let key = record.key(field)
            var found = -1
            if next < plan.count {
                let candidate = plans[next]
                if Int(candidate.nameLength) == key.count, let base = key.baseAddress,
                    Bytes.equal(base, names + Int(candidate.nameStart), count: key.count)
                {
                    found = next
                }
            }
            if found < 0 {
                found = self.property(key, field, of: number)
                guard found >= 0 else {
                    unknownProperty(record, field)
                    continue
                }
            }
            next = found &+ 1
            if stamps[found] != stamp {
                stamps[found] = stamp
                if plans[found].isRequired { required &+= 1 }
            }
            judge(field.value, record, plans[found], found)
        }
        if required < plan.requiredCount { findMissing(record, plan, plans) }
    }

    /// The number of a property; -1 if the event has none of this name.
    @inline(never)
    private mutating func property(_ key: ByteSpan, _ field: RecordedField, of event: Int) -> Int {
        let index = current.propertyIndexes[event]
        guard field.keyHasEscapes else { return index.number(of: key, hash: field.keyHash) ?? -1 }
        return withDecoded(key) { index.number(of: $0, hash: field.keyHash) ?? -1 }
    }

    @inline(never)
    private mutating func unknownProperty(_ record: RecordedEvent, _ field: RecordedField) {
        let name = record.keyText(field)
        let isRemoved = current.catalog.events[Int(eventNumber)].removed.contains { $0.name == name }
        found(
            isRemoved ? .removedProperty : .unknownProperty, at: Int(field.keyStart),
            name: String(name.prefix(200)))
        if field.value.kind == .string { scan(field.value, record, property: -1) }
    }

    @inline(never)
    private mutating func findMissing(
        _ record: RecordedEvent, _ plan: JudgedCatalog.EventPlan,
        _ plans: UnsafeMutablePointer<PropertyPlan>
    ) {
        for number in 0..<Int(plan.count) where plans[number].isRequired && stamps[number] != stamp {
            // What is dropped before it leaves the caller cannot be there.
            if plans[number].handling == .drop { continue }
            found(.missingProperty, at: record.start, property: number)
        }
    }

    /// Judges one value.
    @inline(__always)
    private mutating func judge(
        _ value: RecordedValue, _ record: RecordedEvent, _ plan: PropertyPlan, _ number: Int
    ) {
        if value.kind == .string, !value.hasEscapes, tally.isRemembered(record.bytes(value), at: plan.place) {
            tally.placeCounts[Int(plan.place)] &+= 1
            if plan.isDeprecated { found(.deprecatedProperty, at: Int(value.start), property: number) }
            return
        }
        judgeAnew(value, record, plan, number)
    }

    private mutating func judgeAnew(
        _ value: RecordedValue, _ record: RecordedEvent, _ plan: PropertyPlan, _ number: Int
    ) {
        if value.kind == .null {
            if !plan.isContext || plan.hasDefault {
                found(.nullProperty, at: Int(value.start), property: number)
            }
            return
        }
        tally.placeCounts[Int(plan.place)] &+= 1
        if plan.isDeprecated { found(.deprecatedProperty, at: Int(value.start), property: number) }
        guard plan.shape.isList else {
            judgeScalar(value, record, plan, plan.shape, number)
            return
        }
        if plan.handling == .redact || plan.handling == .drop {
            judgeHandled(value, record, plan, number)
            return
        }
        guard value.kind == .list else {
            found(.wrongType, at: Int(value.start), property: number, example: value.summary)
            return
        }
        var elements: [RecordedValue] = []
        var count = 0
        let most = min(plan.maximumItems, FieldTable.maximumCount)
        record.forEachElement(of: value) { element in
            if count < most { elements.append(element) }
            count += 1
            return true
        }
        if count > plan.maximumItems {
            found(.tooManyItems, at: Int(value.start), property: number, example: "\(count)")
        }
        for element in elements { judgeScalar(element, record, plan, plan.shape.element, number) }
    }

    /// Judges a value that is no list.
    @inline(__always)
    private mutating func judgeScalar(
        _ value: RecordedValue, _ record: RecordedEvent, _ plan: PropertyPlan,
        _ shape: PropertyPlan.Shape, _ number: Int
    ) {
        if plan.handling != nil {
            judgeHandled(value, record, plan, number)
            return
        }
        switch shape {
        case .integer:
            guard value.kind == .integer, let integer = JSONText.integer(record.bytes(value)) else {
                found(.wrongType, at: Int(value.start), property: number, example: value.summary)
                return
            }
            if integer < plan.integerMinimum || integer > plan.integerMaximum
                || Double(integer) < plan.minimum
                || Double(integer) > plan.maximum
            {
                found(.outOfRange, at: Int(value.start), property: number, example: "\(integer)")
            }
        case .double:
            guard value.kind == .number || value.kind == .integer else {
                judgeNoNumber(value, record, number)
                return
            }
            let double = JSONText.double(record.bytes(value))
            if !(double >= plan.minimum && double <= plan.maximum && double.isFinite) {
                found(
                    .outOfRange, at: Int(value.start), property: number,
                    example: String(decoding: record.bytes(value).prefix(40), as: UTF8.self))
            }
        case .bool:
            if value.kind != .bool {
                found(.wrongType, at: Int(value.start), property: number, example: value.summary)
            }
        default: judgeString(value, record, plan, shape, number)
        }
    }

    /// A value where a number should be; infinite ones are strings in our own form.
    @inline(never)
    private mutating func judgeNoNumber(
        _ value: RecordedValue, _ record: RecordedEvent, _ number: Int
    ) {
        let bytes = record.bytes(value)
        let isName =
            Bytes.equal(bytes, "NaN") || Bytes.equal(bytes, "Infinity") || Bytes.equal(bytes, "-Infinity")
        if value.kind == .notFinite || value.kind == .string && isName {
            found(
                .outOfRange, at: Int(value.start), property: number,
                example: String(decoding: bytes, as: UTF8.self))
        } else {
            found(.wrongType, at: Int(value.start), property: number, example: value.summary)
        }
    }

    /// A value for which the catalog has a handling.
    private mutating func judgeHandled(
        _ value: RecordedValue, _ record: RecordedEvent, _ plan: PropertyPlan, _ number: Int
    ) {
        guard value.kind == .string, let handling = plan.handling else {
            // Numbers that are truncated do not exist, and of those that are hashed nothing but the hash may be seen.
            found(.rawPersonalData, at: Int(value.start), property: number, example: value.summary)
            return
        }
        let verdict = withText(value, record) { bytes in
            HandledForm.isPossible(bytes, of: handling, maximumLength: plan.maximumLength)
        }
        if verdict {
            if !value.hasEscapes { tally.remember(record.bytes(value), at: plan.place) }
        } else if !isDefault(value, record, plan) {
            found(.rawPersonalData, at: Int(value.start), property: number, example: value.summary)
        }
    }

    /// Whether a value is the default of a context property, which is written as it is.
    private func isDefault(
        _ value: RecordedValue, _ record: RecordedEvent, _ plan: PropertyPlan
    ) -> Bool {
        guard plan.hasDefault, let text = current.defaults[Int(plan.place)] else { return false }
        return record.text(value) == text
    }

    /// A string, whatever it stands for.
    private mutating func judgeString(
        _ value: RecordedValue, _ record: RecordedEvent, _ plan: PropertyPlan,
        _ shape: PropertyPlan.Shape, _ number: Int
    ) {
        guard value.kind == .string else {
            found(.wrongType, at: Int(value.start), property: number, example: value.summary)
            return
        }
        let current = current
        let verdict = withText(value, record) { bytes in StringVerdict(bytes, plan, shape, current) }
        switch verdict {
        case .good(let listed):
            if let listed { tally.count(value: listed, of: plan.enumeration) }
            if !value.hasEscapes, !plan.shape.isList { tally.remember(record.bytes(value), at: plan.place) }
        case .bad(let rule, let detail):
            let isShown = rule == .unknownValue || rule == .patternMismatch || rule == .invalidFormat
            found(
                rule, at: Int(value.start), property: number, detail: detail,
                example: isShown && plan.handling == nil ? Self.shown(value, record) : nil)
        }
    }

    /// Looks at a string's text, escapes resolved.
    @inline(__always)
    private mutating func withText<Result>(
        _ value: RecordedValue, _ record: RecordedEvent, _ body: (ByteSpan) -> Result
    ) -> Result {
        guard value.hasEscapes else { return body(record.bytes(value)) }
        return withDecoded(record.bytes(value), body)
    }

    @inline(never)
    private mutating func withDecoded<Result>(_ bytes: ByteSpan, _ body: (ByteSpan) -> Result) -> Result {
        JSONText.decode(bytes, into: &scratch)
        return scratch.withUnsafeBufferPointer { body($0) }
    }

    /// Looks for personal data in all strings of a record that the catalog does not know.
    @inline(never)
    private mutating func scanAll(_ record: RecordedEvent) {
        for field in record.fields where field.value.kind == .string {
            scan(field.value, record, property: -1)
        }
    }

    private mutating func scan(
        _ value: RecordedValue, _ record: RecordedEvent, property: Int
    ) {
        let kind = withText(value, record) { PersonalDataScan.find(in: $0) }
        guard let kind else { return }
        found(.suspectedPersonalData, at: Int(value.start), property: property, detail: kind.rawValue)
    }

    // MARK: Findings

    /// Notes a finding in the record at hand.
    @inline(never)
    private mutating func found(
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

    /// A string as it may be shown: cut, for it may be anything.
    private static func shown(_ value: RecordedValue, _ record: RecordedEvent) -> String? {
        record.text(value).map { String($0.prefix(80)) }
    }
}
