import Foundation
import Testing

@testable import Signalbook

@Suite struct ThreadNumbersTests {
    @Test func `threads are numbered one after the other, and each keeps its number`() async {
        let numbers = ThreadNumbers()
        let given = Locked<[[UInt]]>([])
        await withCheckedContinuation { continuation in
            for _ in 0..<8 {
                Thread.detachNewThread {
                    let own = (0..<3).map { _ in numbers.current }
                    let isLast = given.withLock { given in
                        given.append(own)
                        return given.count == 8
                    }
                    if isLast { continuation.resume() }
                }
            }
        }
        let all = given.withLock { $0 }
        #expect(all.allSatisfy { Set($0).count == 1 })
        #expect(all.compactMap(\.first).sorted() == Array(1...8))
    }
}
