/// A value for each kind of record.
struct PerKind<Value> {
    /// That of log records.
    var log: Value
    /// That of spans.
    var span: Value

    /// The same value for both.
    init(_ value: Value) { (log, span) = (value, value) }

    /// What `value` gives for each.
    init(_ value: (RecordKind) -> Value) { (log, span) = (value(.log), value(.span)) }

    subscript(kind: RecordKind) -> Value {
        get {
            switch kind {
            case .log: log
            case .span: span
            }
        }
        set {
            switch kind {
            case .log: log = newValue
            case .span: span = newValue
            }
        }
    }
}

extension PerKind: Sendable where Value: Sendable {}
extension PerKind: Equatable where Value: Equatable {}
extension PerKind: Hashable where Value: Hashable {}

extension PerKind where Value == StoreAccount {
    /// The account of all records.
    var total: StoreAccount { log + span }

    static func += (sum: inout PerKind, other: PerKind) {
        sum.log += other.log
        sum.span += other.span
    }
}

extension PerKind where Value == LaneAccount {
    /// The account of all records.
    var total: LaneAccount {
        var sum = log
        sum += span
        return sum
    }
}

extension PerKind where Value == Int {
    /// The number of all records.
    var total: Int { log + span }
}
