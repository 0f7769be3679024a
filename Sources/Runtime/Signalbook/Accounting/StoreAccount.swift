/// What became of the records that left a store.
struct StoreAccount: Sendable, Hashable {
    /// Records that came in by adoption; zero for the process's own ring.
    var recovered: UInt64 = 0
    /// Records that at least one exporter took.
    var delivered: UInt64 = 0
    /// Records that were lost, by reason.
    var dropped: [DropReason: UInt64] = [:]

    /// All records that left.
    var settled: UInt64 { dropped.values.reduce(delivered, +) }

    static func + (left: StoreAccount, right: StoreAccount) -> StoreAccount {
        var sum = left
        sum += right
        return sum
    }

    static func += (sum: inout StoreAccount, other: StoreAccount) {
        sum.recovered += other.recovered
        sum.delivered += other.delivered
        sum.dropped.merge(other.dropped, uniquingKeysWith: +)
    }
}
