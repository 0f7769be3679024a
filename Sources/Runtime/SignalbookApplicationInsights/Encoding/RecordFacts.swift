import SignalWire

/// What one pass over a record's attributes finds of those that mean something to Application Insights.
///
/// Valid as long as the memory of the record.
struct RecordFacts {
    var operation: WireValue?
    var session: WireValue?
    var user: WireValue?
    var recordID: WireValue?
    /// The share that was kept, 0 < rate < 1, where the event was sampled.
    var sampleRate: Double?
    var duration: Double?
    var status: WireValue?
    var method: WireValue?
    var route: WireValue?
    var exceptionType: WireValue?
    var exceptionMessage: WireValue?
    var exceptionStack: WireValue?

    init(
        _ record: UnsafeBufferPointer<UInt8>, _ settings: borrowing EnvelopeSettings,
        _ directory: inout ContextRoleDirectory
    ) throws(WireError) {
        var reader = LogRecordReader(record)
        // The attribute that names the catalog comes before those of the context.
        var roles = directory.started
        while let field = try reader.next() {
            guard case .attribute(let attribute) = field else { continue }
            let (key, value) = (attribute.key, attribute.value)
            if case .null = value { continue }
            if key.spells(RecordKeys.catalog), case .string(let name) = value {
                roles = directory.roles(of: name)
            }
            if let name = roles.operation, key.spells(name) { operation = value }
            if let name = roles.session, key.spells(name) { session = value }
            if let name = roles.user, key.spells(name) { user = value }
            if key.spells(RecordKeys.identifier) { recordID = value }
            if key.spells(RecordKeys.sampleRate), let rate = value.number, rate > 0, rate < 1 {
                sampleRate = rate
            }
            if key.spells(settings.duration) { duration = value.number }
            if key.spells(settings.status) { status = value }
            if key.spells(settings.method) { method = value }
            if key.spells(settings.route) { route = value }
            if key.spells(settings.exceptionType) { exceptionType = value }
            if key.spells(settings.exceptionMessage) { exceptionMessage = value }
            if key.spells(settings.exceptionStack) { exceptionStack = value }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether these bytes are that name.
    func spells(_ name: [UInt8]) -> Bool { count == name.count && elementsEqual(name) }
}

extension WireValue {
    /// The value of a number, nil of anything else.
    var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }
}
