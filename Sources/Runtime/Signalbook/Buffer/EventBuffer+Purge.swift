extension EventBuffer {
    /// Drops everything at once, also what exporters have in hand, erases it, and removes the files of the ring; it is closed afterwards.
    ///
    /// For when nothing is tracked any more.
    func purge(_ reason: DropReason) {
        guard !isInherited.load() else { return }
        let isOpen = reading.withLock { reading in
            guard !reading.isClosed else { return false }
            refresh(&reading)
            change(&reading) { ledger, _ in ledger.purge(reason) }
            reading.isClosed = true
            return true
        }
        guard isOpen else { return }
        // Nobody reads or writes any more. A kill in between must leave nothing that says there were events.
        for number in storage.segments.indices { storage.index.entry(number).void() }
        for segment in storage.segments { segment.erase() }
        storage.removeFiles()
        storage.release()
    }
}
