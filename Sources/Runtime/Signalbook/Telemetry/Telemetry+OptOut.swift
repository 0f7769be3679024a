import Synchronization

extension Telemetry {
    /// Takes no more events from now on, because the user does not want it.
    ///
    /// Events tracked later are neither taken nor counted. It cannot be undone; to begin again, make another telemetry.
    ///
    /// - Parameter purging: true: what waits is lost at once, in the buffer, in its files, and in the files that earlier runs left in the
    ///   spool directory; it is counted as ``DropReason/optedOut``, overwritten where it is in the buffer, and the files are removed.
    ///   What an exporter has in hand may have left already; its export is cancelled. Files of processes that still run are theirs, and
    ///   what exporters wrote elsewhere, such as the file of JSON lines, stays. False: what waits was tracked with the user's consent, and is
    ///   delivered in the background, as after ``shutdown(deadline:)``.
    public func optOut(purging: Bool = true) {
        guard configuration.isEnabled else { return }
        phase.store(0, ordering: .sequentiallyConsistent)
        let isFirst = hasEnded.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
        pipeline.buffer.waitForWriters()
        if purging {
            shipper.purge(.optedOut)
        } else if isFirst {
            shipper.release()
        }
    }
}
