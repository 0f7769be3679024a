/// What the deliveries of one telemetry read from: its own buffer, and what dead processes left.
///
/// Each delivery takes turns: a batch of the oldest adopted store that has something for it, a batch of its own buffer, and so on. So
/// what was left is delivered oldest first, and fresh events wait for one batch at most.
final class RecordSources: Sendable {
    private struct Adopted {
        let store: any RecordStore
        /// The deliveries that may still want something of it.
        var slots: Set<Int>
        let whenEmpty: @Sendable () -> Void
    }

    /// The buffer of this process.
    let own: any RecordStore
    /// Whether what is in the buffer is lost with the process.
    let isVolatile: Bool
    private let adopted = Locked<[Adopted]>([])

    init(own: any RecordStore, isVolatile: Bool) {
        self.own = own
        self.isVolatile = isVolatile
    }

    /// Adds what a dead process left, the youngest so far.
    ///
    /// - Parameters:
    ///   - slots: the deliveries there are.
    ///   - whenEmpty: called once, when none of them has anything left to take from it.
    func adopt(_ store: any RecordStore, slots: Set<Int>, whenEmpty: @escaping @Sendable () -> Void) {
        adopted.withLock { $0.append(Adopted(store: store, slots: slots, whenEmpty: whenEmpty)) }
    }

    /// The oldest adopted store with something for this slot. Those without are done with for the slot.
    func adoptedStore(for slot: Int) -> (any RecordStore)? {
        while let store = adopted.withLock({ $0.first { $0.slots.contains(slot) }?.store }) {
            if store.pendingCount(for: slot) > 0 { return store }
            leave(store, slot: slot)
        }
        return nil
    }

    private func leave(_ store: any RecordStore, slot: Int) {
        // Let go of without the lock: a store that nobody wants any more closes files.
        let empty = adopted.withLock { adopted -> Adopted? in
            guard let index = adopted.firstIndex(where: { $0.store === store }) else { return nil }
            adopted[index].slots.remove(slot)
            return adopted[index].slots.isEmpty ? adopted.remove(at: index) : nil
        }
        empty?.whenEmpty()
    }

    /// How many records wait for this slot in all stores. Waits for no file, and never is the last to hold a store.
    func pendingCount(for slot: Int) -> Int {
        let own = own.pendingCount(for: slot)
        return adopted.withLock { adopted in
            adopted.reduce(own) { $0 + ($1.slots.contains(slot) ? $1.store.pendingCount(for: slot) : 0) }
        }
    }
}
