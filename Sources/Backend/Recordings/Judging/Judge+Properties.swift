import CatalogModel
import SignalVocabulary

/// Which properties a record has, and which of those it should have.
extension Judge {
    @inline(__always)
    mutating func judgeEvent(_ record: RecordedEvent, _ number: Int) {
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
}
