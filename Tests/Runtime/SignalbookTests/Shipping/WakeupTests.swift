import Synchronization
import Testing

@testable import Signalbook

@Suite struct WakeupTests {
    @Test func `however often a segment is full, room is asked for once until somebody looks`() {
        let wakeup = Wakeup()
        let calls = Locked(0)
        wakeup.whenFull { calls.withLock { $0 += 1 } }
        for _ in 0..<1_000 { wakeup.signalFull() }
        #expect(calls.withLock { $0 } == 1)
        wakeup.lookAtFull()
        for _ in 0..<1_000 { wakeup.signalFull() }
        #expect(calls.withLock { $0 } == 2)
        #expect(wakeup.urgency.load(ordering: .relaxed) == 2_000)
    }
}
