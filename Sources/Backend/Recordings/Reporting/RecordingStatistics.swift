package import CatalogModel
package import SignalVocabulary

/// What a report shows, gathered record by record in bounded memory.
package struct RecordingStatistics {
    /// The events of one name.
    package struct EventFigures: Sendable {
        /// How many there were.
        package var count = 0
        /// How many of them were errors, or worse.
        package var errors = 0
        /// In how many of them something was found.
        package var flawed = 0
    }

    /// The errors of one kind.
    package struct ErrorKind: Hashable, Sendable {
        /// The event's name.
        package var event: String
        /// What its property `error_type` says, if it has one.
        package var type: String?
    }

    /// The durations of one property.
    package struct Durations: Sendable {
        /// The event's number.
        package var event: Int
        /// The property's number among the event's own.
        package var property: Int
        /// Its unit.
        package var unit: DurationUnit
        /// The values, in milliseconds.
        package var sketch = DurationSketch()
    }

    /// How many names and kinds of errors are kept apart that the catalog does not know.
    private static let maximumNames = 200

    package let catalog: Catalog
    package private(set) var histogram = TimeHistogram()
    /// The events of the catalog, by number.
    package private(set) var events: [EventFigures]
    /// The events that are not in the catalog, by name; those over a limit are under ``others``.
    package private(set) var unknownEvents: [String: EventFigures] = [:]
    package private(set) var errors: [ErrorKind: Int] = [:]
    package private(set) var durations: [Durations] = []
    package private(set) var sessions = SessionPaths()
    /// When the first event happened, in nanoseconds since 1970.
    package private(set) var firstTime = Int64.max
    /// When the last event happened.
    package private(set) var lastTime = Int64.min
    package private(set) var severities = [Int](repeating: 0, count: Severity.allCases.count)
    package private(set) var count = 0

    private let sessionProperty: String?
    /// The numbers of duration properties among ``durations``, an event each, by name.
    private var durationNumbers: [[(name: [UInt8], number: Int)]] = []

    /// What stands for names that were too many to be kept apart.
    package static let others = "(others)"

    /// Nothing yet.
    package init(_ catalog: Catalog) {
        self.catalog = catalog
        events = [EventFigures](repeating: EventFigures(), count: catalog.events.count)
        sessionProperty = catalog.context.first { $0.role == .session }?.property.name
        for (number, event) in catalog.events.enumerated() {
            var numbers: [(name: [UInt8], number: Int)] = []
            for (index, property) in event.properties.enumerated() {
                guard case .duration(let unit) = property.type, property.handling == nil else { continue }
                numbers.append((Array(property.name.utf8), durations.count))
                durations.append(Durations(event: number, property: index, unit: unit))
            }
            durationNumbers.append(numbers)
        }
    }

    /// Counts a record.
    package mutating func add(_ visit: Verification.Visit) {
        let record = visit.record
        let level = record.severityLevel
        let time = record.unixNanoseconds
        let isError = level.map { $0 >= .error } ?? false
        count += 1
        if let level { severities[level.rank] += 1 }
        if let time {
            firstTime = min(firstTime, time)
            lastTime = max(lastTime, time)
            histogram.add(unixNanoseconds: time, level)
        }
        if let number = visit.event {
            Self.count(&events[number], isError, visit.isFlawed)
            addDurations(record, number)
            if let time, let sessionProperty, level.map({ $0 >= .info }) ?? false {
                let session = record.value(named: sessionProperty)
                if session.kind == .string {
                    sessions.add(session: record.bytes(session), event: number, unixNanoseconds: time)
                }
            }
            if isError { addError(record, catalog.events[number].name) }
        } else {
            var name = String((record.text(record.name) ?? "").prefix(DeclarationLimits.nameLength))
            if unknownEvents[name] == nil, unknownEvents.count >= Self.maximumNames { name = Self.others }
            Self.count(&unknownEvents[name, default: EventFigures()], isError, visit.isFlawed)
            if isError { addError(record, name) }
        }
    }

    private static func count(_ figures: inout EventFigures, _ isError: Bool, _ isFlawed: Bool) {
        figures.count += 1
        if isError { figures.errors += 1 }
        if isFlawed { figures.flawed += 1 }
    }

    private mutating func addError(_ record: RecordedEvent, _ event: String) {
        let type = record.text(record.value(named: "error_type")).map {
            String($0.prefix(DeclarationLimits.nameLength))
        }
        var kind = ErrorKind(event: event, type: type)
        if errors[kind] == nil, errors.count >= Self.maximumNames {
            kind = ErrorKind(event: Self.others, type: nil)
        }
        errors[kind, default: 0] += 1
    }

    private mutating func addDurations(_ record: RecordedEvent, _ event: Int) {
        guard !durationNumbers[event].isEmpty else { return }
        for field in record.fields where field.value.kind == .number || field.value.kind == .integer {
            let key = record.key(field)
            for (name, number) in durationNumbers[event]
            where name.count == key.count && name.elementsEqual(key) {
                let value = JSONText.double(record.bytes(field.value))
                durations[number].sketch.add(value * durations[number].unit.milliseconds)
            }
        }
    }
}

extension DurationUnit {
    /// How many milliseconds one of it is.
    var milliseconds: Double { attoseconds / DurationUnit.milliseconds.attoseconds }
}
