package import CatalogModel
import SignalPattern

/// A catalog made ready for judging: flat tables without references, so that the pass over a record counts none.
///
/// Safety: `@unchecked Sendable`, because its memory is written in `init` alone and belongs to this object.
package final class JudgedCatalog: @unchecked Sendable {
    /// One event: its properties are `plans[first..<first + count]`, those of the context first.
    struct EventPlan {
        var first: Int32
        var count: Int32
        var requiredCount: Int32
        var isDeprecated: Bool
        /// The first nanosecond since 1970 at which it should not happen any more.
        var expiry: Int64
    }

    /// The catalog.
    package let catalog: Catalog
    /// How records name it, `name/1.0.0`.
    package let identity: String
    let events: UnsafeMutablePointer<EventPlan>
    let plans: UnsafeMutablePointer<PropertyPlan>
    /// How many places there are for remembered values and counts.
    let placeCount: Int
    /// The bytes of all property names.
    let names: UnsafeMutablePointer<UInt8>
    let eventIndex: NameIndex
    let tombstoneIndex: NameIndex
    /// The numbers of an event's properties by name, an event each.
    let propertyIndexes: [NameIndex]
    let patterns: [Pattern]
    let enumerations: [NameIndex]
    /// Whether an enumeration takes values that are not listed, an enumeration each.
    let isOpen: [Bool]
    /// The default values of context properties, by place.
    let defaults: [String?]
    /// Which enumeration values there are, an enumeration each.
    let enumerationValues: [[String]]

    /// Prepares a catalog.
    package init(_ catalog: Catalog) {
        self.catalog = catalog
        identity = "\(catalog.name)/\(catalog.version)"
        eventIndex = NameIndex(catalog.events.map(\.name))
        tombstoneIndex = NameIndex(catalog.removed.map(\.name))
        var builder = Builder()
        for entry in catalog.context {
            builder.add(entry.property, isContext: true, defaultValue: entry.defaultValue)
        }
        let shared = builder.plans
        builder.plans = []
        var events: [EventPlan] = []
        var indexes: [NameIndex] = []
        for event in catalog.events {
            let first = builder.plans.count
            builder.plans.append(contentsOf: shared)
            for property in event.properties { builder.add(property) }
            let own = builder.plans[first...]
            events.append(
                EventPlan(
                    first: Int32(first), count: Int32(own.count),
                    requiredCount: Int32(own.count { $0.isRequired }),
                    isDeprecated: event.deprecation != nil,
                    expiry: Self.end(of: event.expires)))
            indexes.append(
                NameIndex(catalog.context.map(\.property.name) + event.properties.map(\.name)))
        }
        propertyIndexes = indexes
        patterns = builder.patterns
        enumerations = builder.enumerationValues.map { NameIndex($0) }
        enumerationValues = builder.enumerationValues
        isOpen = builder.isOpen
        defaults = builder.defaults
        placeCount = builder.placeCount
        self.events = .allocate(capacity: max(events.count, 1))
        self.events.initialize(from: events, count: events.count)
        plans = .allocate(capacity: max(builder.plans.count, 1))
        plans.initialize(from: builder.plans, count: builder.plans.count)
        names = .allocate(capacity: max(builder.names.count, 1))
        names.initialize(from: builder.names, count: builder.names.count)
    }

    deinit {
        events.deallocate()
        plans.deallocate()
        names.deallocate()
    }

    /// The nanosecond since 1970 with which a day (`YYYY-MM-DD`) is over; the last there is where there is no day.
    private static func end(of day: String?) -> Int64 {
        guard let day else { return .max }
        let midnight = Array("\(day)T00:00:00Z".utf8).withUnsafeBufferPointer {
            Timestamp.unixNanoseconds($0)
        }
        return midnight.map { $0 + 86_400_000_000_000 } ?? .max
    }

    /// A property by the number of its event and its own number there.
    func property(_ number: Int, of event: Int) -> Property {
        number < catalog.context.count
            ? catalog.context[number].property
            : catalog.events[event].properties[number - catalog.context.count]
    }

    /// The plan of a property.
    @inline(__always)
    func plan(_ number: Int, of event: Int) -> PropertyPlan {
        plans[Int(events[event].first) &+ number]
    }

    /// Collects the tables.
    private struct Builder {
        var plans: [PropertyPlan] = []
        var patterns: [Pattern] = []
        var enumerationValues: [[String]] = []
        var isOpen: [Bool] = []
        var defaults: [String?] = []
        var names: [UInt8] = []
        var placeCount = 0

        mutating func add(_ property: Property, isContext: Bool = false, defaultValue: String? = nil) {
            var plan = PropertyPlan(property, isContext: isContext, hasDefault: defaultValue != nil)
            plan.nameStart = Int32(names.count)
            plan.nameLength = Int32(property.name.utf8.count)
            names.append(contentsOf: property.name.utf8)
            plan.place = Int32(placeCount)
            defaults.append(defaultValue)
            if let text = property.constraints.pattern, let pattern = try? Pattern(parsing: text) {
                plan.pattern = Int32(patterns.count)
                patterns.append(pattern)
            }
            if case .enumeration(let enumeration) = property.type {
                plan.enumeration = Int32(enumerationValues.count)
                enumerationValues.append(enumeration.values.map(\.rawValue))
                isOpen.append(enumeration.isOpen)
            }
            placeCount += 1
            plans.append(plan)
        }
    }
}
