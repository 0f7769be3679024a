import CatalogModel
import SignalVocabulary

/// What was seen of one catalog: counts, and the last good value of each property.
///
/// Safety: it owns its memory and cannot be copied; places and numbers come from the catalog it was made for.
final class CatalogTally {
    /// How long values are that are remembered.
    private static let memoSize = 64

    private let catalog: JudgedCatalog
    let eventCounts: UnsafeMutablePointer<Int>
    /// How often each place had a value that is not null.
    let placeCounts: UnsafeMutablePointer<Int>
    private let memoLengths: UnsafeMutablePointer<Int32>
    private let memos: UnsafeMutablePointer<UInt8>
    /// How often each value was seen, an enumeration each.
    private let valueCounts: [UnsafeMutablePointer<Int>]

    init(_ catalog: JudgedCatalog) {
        self.catalog = catalog
        func zeros(_ count: Int) -> UnsafeMutablePointer<Int> {
            let memory = UnsafeMutablePointer<Int>.allocate(capacity: max(count, 1))
            memory.initialize(repeating: 0, count: max(count, 1))
            return memory
        }
        eventCounts = zeros(catalog.catalog.events.count)
        placeCounts = zeros(catalog.placeCount)
        valueCounts = catalog.enumerationValues.map { zeros($0.count) }
        memoLengths = .allocate(capacity: max(catalog.placeCount, 1))
        memoLengths.initialize(repeating: -1, count: max(catalog.placeCount, 1))
        memos = .allocate(capacity: max(catalog.placeCount, 1) * Self.memoSize)
        memos.initialize(repeating: 0, count: max(catalog.placeCount, 1) * Self.memoSize)
    }

    deinit {
        eventCounts.deallocate()
        placeCounts.deallocate()
        memoLengths.deallocate()
        memos.deallocate()
        for counts in valueCounts { counts.deallocate() }
    }

    /// Whether a string is the last good one of its place.
    @inline(__always)
    func isRemembered(_ bytes: ByteSpan, at place: Int32) -> Bool {
        guard Int(memoLengths[Int(place)]) == bytes.count, let base = bytes.baseAddress else { return false }
        return Bytes.equal(base, memos + Int(place) &* Self.memoSize, count: bytes.count)
    }

    /// Remembers a good string, if it is not too long.
    @inline(__always)
    func remember(_ bytes: ByteSpan, at place: Int32) {
        guard bytes.count <= Self.memoSize, let base = bytes.baseAddress else { return }
        memoLengths[Int(place)] = Int32(truncatingIfNeeded: bytes.count)
        (memos + Int(place) &* Self.memoSize).update(from: base, count: bytes.count)
    }

    /// Counts a value of an enumeration.
    @inline(__always)
    func count(value: Int, of enumeration: Int32) { valueCounts[Int(enumeration)][value] &+= 1 }

    /// What was seen, and what was not.
    func coverage() -> Coverage {
        var coverage = Coverage()
        let model = catalog.catalog
        var seenContext = Set<Int>()
        for (number, event) in model.events.enumerated() {
            let isSeen = eventCounts[number] > 0
            let isCounted = event.deprecation == nil
            guard isSeen || isCounted else { continue }
            if isCounted {
                coverage.events.total += 1
                if isSeen { coverage.events.seen += 1 } else { coverage.missingEvents.append(event.name) }
            }
            let plan = catalog.events[number]
            for property in 0..<Int(plan.count) {
                let entry = catalog.plans[Int(plan.first) + property]
                if entry.isContext, !seenContext.insert(property).inserted { continue }
                tally(entry, catalog.property(property, of: number), in: event.name, isSeen, &coverage)
            }
        }
        return coverage
    }

    private func tally(
        _ plan: PropertyPlan, _ property: Property, in event: String, _ eventIsSeen: Bool,
        _ coverage: inout Coverage
    ) {
        guard property.deprecation == nil, property.handling != .drop else { return }
        let name = plan.isContext ? property.name : "\(event).\(property.name)"
        let isSeen = placeCounts[Int(plan.place)] > 0
        coverage.properties.total += 1
        if isSeen {
            coverage.properties.seen += 1
        } else if eventIsSeen || plan.isContext {
            coverage.missingProperties.append(name)
        }
        guard plan.enumeration >= 0, property.handling == nil else { return }
        for (number, value) in catalog.enumerationValues[Int(plan.enumeration)].enumerated() {
            coverage.values.total += 1
            if valueCounts[Int(plan.enumeration)][number] > 0 {
                coverage.values.seen += 1
            } else if isSeen {
                coverage.missingValues.append("\(name)=\(value)")
            }
        }
    }
}
