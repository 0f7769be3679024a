import CatalogModel
import SignalVocabulary

/// What comes before a record's properties: the catalog that it names, its time, its severity and its event.
extension Judge {
    /// Fields that every record has, as the detail of a finding.
    enum HeaderField: UInt8 {
        case event, timestamp, severity, catalog
    }

    /// Finds the catalog that the record names, and says whether there is one to judge it by.
    @inline(__always)
    mutating func choose(_ record: RecordedEvent) -> Bool {
        guard record.catalog.kind == .string else {
            if record.catalog.kind == .absent {
                counts.withoutCatalog += 1
            } else {
                found(.invalidHeader, at: Int(record.catalog.start), detail: HeaderField.catalog.rawValue)
            }
            use(0)
            return true
        }
        let identity = record.bytes(record.catalog)
        if hasLastCatalog, lastCatalog.count == identity.count {
            let isSame = lastCatalog.withUnsafeBufferPointer { last in
                guard let first = last.baseAddress, let second = identity.baseAddress else { return true }
                return Bytes.equal(first, second, count: identity.count)
            }
            if isSame { return true }
        }
        return chooseAnew(record, identity)
    }

    @inline(never)
    private mutating func chooseAnew(_ record: RecordedEvent, _ identity: ByteSpan) -> Bool {
        let text = JSONText.string(identity, hasEscapes: record.catalog.hasEscapes)
        if let number = catalogs.firstIndex(where: { $0.identity == text }) {
            use(Int32(number))
            lastCatalog = Array(identity)
            hasLastCatalog = true
            return true
        }
        let catalogName = text.prefix { $0 != "/" }
        guard let number = catalogs.firstIndex(where: { $0.catalog.name == catalogName }) else {
            counts.unjudged[Self.countedName(text, in: counts.unjudged), default: 0] += 1
            return false
        }
        use(Int32(number))
        // Not within the statement below: the compiler cannot have both use this noncopyable value (6.3).
        let unused = Counts.OtherVersion(judgedBy: catalogs[number].identity)
        counts.foreign[Self.countedName(text, in: counts.foreign), default: unused].count += 1
        return true
    }

    /// The name under which a catalog that is not at hand is counted: of a hostile recording only so many are distinguished, by the
    /// beginning of their names.
    private static func countedName<Value>(_ text: String, in counts: [String: Value]) -> String {
        counts.count < 16 || counts[text] != nil
            ? String(text.prefix(DeclarationLimits.nameLength)) : "others"
    }

    private mutating func use(_ number: Int32) {
        hasLastCatalog = false
        guard number != catalogNumber else { return }
        catalogNumber = number
        current = catalogs[Int(number)]
        tally = tallies[Int(number)]
    }

    @inline(__always)
    mutating func judgeHeader(_ record: RecordedEvent) {
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
    mutating func number(of record: RecordedEvent) -> Int? {
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
}
