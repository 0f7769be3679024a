import Foundation
import Synchronization
import Testing
import TestSupport

@testable import Signalbook

@Suite(.timeLimit(.minutes(10))) struct DeliveryThreadTests {
    @Test func `a task with it as its preference runs on one thread of its own, across suspensions`() async {
        let thread = DeliveryThread(name: "test")
        let threads = await Task.detached(executorPreference: thread) {
            var seen: Set<UInt> = []
            for _ in 0..<20 {
                seen.insert(currentThread())
                await Task.yield()
                await withCheckedContinuation { continuation in
                    DispatchQueue.global().async { continuation.resume() }
                }
            }
            return seen.count
        }.value
        #expect(threads == 1)
        thread.retire()
    }

    @Test func `every timer runs once, and none that was cancelled`() async throws {
        let thread = DeliveryThread(name: "test")
        let order = Locked<[Int]>([])
        let isDone = Gate()
        let cancelled = thread.schedule(after: 3_600_000_000_000) { order.withLock { $0.append(0) } }
        thread.cancel(cancelled)
        for number in 1...3 {
            _ = thread.schedule(after: UInt64(3 - number) * 1_000_000) {
                let isLast = order.withLock { order in
                    order.append(number)
                    return order.count == 3
                }
                if isLast { isDone.open() }
            }
        }
        try await isDone.wait()
        #expect(order.withLock { $0.sorted() } == [1, 2, 3])
        thread.retire()
    }

    @Test func `a job that comes after it was retired is still done`() async throws {
        for _ in 0..<50 {
            let thread = DeliveryThread(name: "test")
            #expect(try await inTask { await Task.detached(executorPreference: thread) { 1 }.value } == 1)
            thread.retire()
            #expect(try await inTask { await Task.detached(executorPreference: thread) { 2 }.value } == 2)
        }
    }

    @Test func `one that ends when it is idle begins again`() async throws {
        let thread = DeliveryThread(name: "test", endsWhenIdle: true)
        for number in 0..<100 {
            let never = thread.schedule(after: .max) {}
            let result = try await inTask { await Task.detached(executorPreference: thread) { number }.value }
            #expect(result == number)
            thread.cancel(never)
        }
    }

    @Test func `whoever sleeps is woken by a call, by the time, or at once if the call came first`()
        async throws
    {
        let thread = DeliveryThread(name: "test")
        let sleeper = Sleeper(thread)
        let wakings = try await inTask {
            await Task.detached(executorPreference: thread) {
                sleeper.wake()
                await sleeper.sleep(nil)
                #expect(sleeper.sleepCount == 0)
                await sleeper.sleep(1_000_000)
                #expect(sleeper.sleepCount == 1)
                var wakings = 0
                for _ in 0..<200 {
                    DispatchQueue.global().async { sleeper.wake() }
                    await sleeper.sleep(nil)
                    wakings += 1
                }
                return wakings
            }.value
        }
        #expect(wakings == 200)
        thread.retire()
    }
}

/// The identity of the calling thread.
private func currentThread() -> UInt {
    #if canImport(Darwin)
        UInt(bitPattern: pthread_self())
    #else
        UInt(pthread_self())
    #endif
}
