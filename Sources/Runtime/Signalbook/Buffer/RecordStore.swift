/// What deliveries read from: the ring of this process (``EventBuffer``), or one that a dead process left.
///
/// Up to ``RecordSlots/maximumCount`` exporters read one store, each in a slot of its own with a cursor of its own, so that one dead
/// backend holds up no other. A record leaves the store once every exporter has settled it. Then, and not before, it is counted
/// in the store's account: as delivered when at least one exporter took it, as dropped for the last one's reason when none did.
///
/// How the account stays consistent: a store counts a record in the same critical section in which the record stops being
/// pending, and hands out the two numbers from one critical section too (`EventBuffer.withAccount`,
/// ``EventBuffer/settledAccount``). So the conservation law holds for every reader at every moment, with any number of slots.
///
/// Whoever asks for numbers waits for nobody who is reading or writing files: a disk may hang for ever, and statistics and shutdowns must
/// not hang with it. To collect and to settle may take as long as a disk does.
///
/// Calls for one slot must not overlap; those of different slots may, and all of them may overlap with tracking.
protocol RecordStore: AnyObject, Sendable {
    /// Copies records that the exporter in `slot` has not settled, oldest first, without advancing anything.
    ///
    /// What is collected stays in the store until it is settled; a new collection before that supersedes the old one.
    ///
    /// - Parameters:
    ///   - slot: the exporter's place, from 0.
    ///   - maximumCount: the most records; 0 lets go of the last collection, so that the store need not keep it.
    ///   - maximumBytes: the most bytes of payload; one record is taken even if it alone has more.
    /// - Returns: nil when there are none.
    func collect(for slot: Int, maximumCount: Int, maximumBytes: Int) -> RecordCollection?

    /// Says that the slot is done with what was collected, and advances its cursor, in the file too, so that a kill does not undo it.
    ///
    /// - Parameters:
    ///   - collection: what ``collect(for:maximumCount:maximumBytes:)`` gave for this slot, whole.
    ///   - delivered: how many of its records arrived: the first ones.
    ///   - reason: why the others are dropped; nil means ``DropReason/exportFailed``.
    ///   - count: is given what makes the records count as settled, and has to call it once. It may do so with a lock held and count them
    ///     elsewhere too, so that nobody sees one without the other; it is called when no file is waited for any more.
    func settle(
        _ collection: RecordCollection, for slot: Int, delivered: Int, dropped reason: DropReason?,
        counting count: (_ settle: () -> Void) -> Void)

    /// How many records wait for that slot, those that are collected and not settled included. Waits for no file.
    func pendingCount(for slot: Int) -> Int
}
