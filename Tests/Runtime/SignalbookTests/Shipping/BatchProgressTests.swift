import Testing
import TestSupport

@testable import Signalbook

@Suite struct BatchProgressTests {
    /// A receiver that cannot take some records, and no batches above a size.
    private struct Receiver {
        var poisonous: Set<Int> = []
        var maximumCount = Int.max
        var isDown = false
        private(set) var arrived: [Int] = []
        private(set) var calls = 0

        mutating func answer(_ places: [Int]) -> ExportResult {
            calls += 1
            if isDown { return .retry("down") }
            if places.count > maximumCount { return .tooLarge("too large") }
            if !poisonous.isDisjoint(with: places) { return .retry("cannot be read") }
            arrived += places
            return .delivered
        }
    }

    private var generator = SeededGenerator(seed: 5)

    private func places(_ piece: BatchProgress.Piece) -> [Int] { piece.indexes ?? Array(0..<piece.count) }

    /// Sends pieces until the batch is done with, at most `limit` times: after five failures in a row single records, as probes.
    private mutating func run(
        _ progress: inout BatchProgress, to receiver: inout Receiver, limit: Int = 10_000
    ) {
        var failures = 0
        for _ in 0..<limit where !progress.isDone {
            let isProbe = failures >= 5
            guard
                let piece = progress.takePiece(limit: isProbe ? 1 : .max, isProbe: isProbe, using: &generator)
            else { return }
            failures = progress.finish(piece, receiver.answer(places(piece))) == .answered ? 0 : failures + 1
        }
    }

    @Test mutating func `a batch that arrives is done with in one piece`() throws {
        var progress = BatchProgress(count: 10, maximumAttempts: 3)
        let piece = try #require(progress.takePiece(limit: 10, using: &generator))
        #expect(piece.indexes == nil)
        #expect(progress.finish(piece, .delivered) == .answered)
        #expect(progress.isDone)
        #expect(progress.delivered == 10)
        #expect(progress.lastReason == nil)
    }

    @Test(arguments: [(ExportResult.failed("no"), 0, 10), (.delivered(rejected: 4, reason: "no"), 6, 0)])
    mutating func `what is refused for good is not sent again`(
        result: ExportResult, delivered: Int, dropped: Int
    ) throws {
        var progress = BatchProgress(count: 10, maximumAttempts: 3)
        let piece = try #require(progress.takePiece(limit: 10, using: &generator))
        #expect(progress.finish(piece, result) == .answered)
        #expect(progress.isDone)
        #expect(progress.delivered == delivered)
        #expect(progress.dropped[.exportFailed] ?? 0 == dropped)
        #expect(progress.rejected == 10 - delivered - dropped)
        #expect(progress.lastReason == .exportFailed)
    }

    @Test mutating func `a failure leaves the batch as it was`() throws {
        var progress = BatchProgress(count: 10, maximumAttempts: 3)
        for _ in 0..<100 {
            let piece = try #require(progress.takePiece(limit: 10, using: &generator))
            #expect(piece.count == 10)
            #expect(progress.finish(piece, .retry("down", after: .seconds(3))) == .failed(after: .seconds(3)))
        }
        #expect(progress.isUntouched)
        #expect(!progress.isDone)
    }

    @Test mutating func `only the records that a receiver asks for again are sent again`() throws {
        var progress = BatchProgress(count: 10, maximumAttempts: 3)
        let first = try #require(progress.takePiece(limit: 10, using: &generator))
        #expect(
            progress.finish(
                first, .partial(retrying: [2, 7, 99], rejected: 1, reason: "busy", after: .seconds(1)))
                == .slowedDown(after: .seconds(1)))
        let second = try #require(progress.takePiece(limit: 10, using: &generator))
        #expect(second.indexes == [2, 7])
        _ = progress.finish(second, .partial(retrying: [1], rejected: 0, reason: "busy"))
        let third = try #require(progress.takePiece(limit: 10, using: &generator))
        #expect(third.indexes == [7])
        #expect(progress.finish(third, .delivered) == .answered)
        #expect(progress.isDone)
        #expect(progress.delivered == 9)
        #expect(progress.rejected == 1)
    }

    @Test mutating func `records that are asked for again and again are given up`() throws {
        var progress = BatchProgress(count: 10, maximumAttempts: 3)
        let piece = try #require(progress.takePiece(limit: 10, using: &generator))
        _ = progress.finish(piece, .partial(retrying: [0], rejected: 1, reason: "busy"))
        for _ in 0..<100 where !progress.isDone {
            let rest = try #require(progress.takePiece(limit: 10, using: &generator))
            #expect(
                progress.finish(rest, .partial(retrying: [0], rejected: 0, reason: "busy"))
                    == .failed(after: nil))
        }
        #expect(progress.isDone)
        #expect(progress.dropped == [.retriesExhausted: 1])
        #expect(progress.delivered == 8)
    }

    @Test mutating func `a batch that is too large is halved until it fits`() {
        for maximum in [1, 2, 3, 7, 99] {
            var progress = BatchProgress(count: 100, maximumAttempts: 3)
            var receiver = Receiver(maximumCount: maximum)
            run(&progress, to: &receiver)
            #expect(progress.delivered == 100)
            #expect(receiver.arrived.sorted() == Array(0..<100))
            #expect(receiver.calls < 200)
        }
    }

    @Test mutating func `a single record that is too large is dropped`() {
        var progress = BatchProgress(count: 3, maximumAttempts: 3)
        var receiver = Receiver(maximumCount: 0)
        run(&progress, to: &receiver)
        #expect(progress.dropped == [.tooLarge: 3])
        #expect(progress.lastReason == .tooLarge)
    }

    @Test
    mutating func `records that the receiver cannot take are found and dropped, and all others arrive once`()
    {
        for round in 0..<300 {
            let count = Int.random(in: 2...300, using: &generator)
            let poisonous = Set(
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                    Int.random(in: 0..<count, using: &generator)
                })
            guard poisonous.count < count else { continue }
            var progress = BatchProgress(count: count, maximumAttempts: 4)
            var receiver = Receiver(
                poisonous: poisonous,
                maximumCount: round.isMultiple(of: 2) ? .max : Int.random(in: 1...50, using: &generator))
            // A probe that arrives is what shows that the receiver lives; without one, the whole batch is an outage.
            while progress.isUntouched {
                guard let piece = progress.takePiece(limit: 1, isProbe: true, using: &generator) else {
                    break
                }
                _ = progress.finish(piece, receiver.answer(places(piece)))
            }
            run(&progress, to: &receiver)
            #expect(progress.isDone)
            #expect(progress.delivered == count - poisonous.count)
            #expect(progress.dropped[.retriesExhausted] ?? 0 == poisonous.count)
            #expect(receiver.arrived.sorted() == (0..<count).filter { !poisonous.contains($0) })
        }
    }

    @Test mutating func `an outage in the middle of a batch gives nothing up and takes nothing apart`() throws
    {
        var progress = BatchProgress(count: 100, maximumAttempts: 3)
        var receiver = Receiver()
        let first = try #require(progress.takePiece(limit: 10, using: &generator))
        _ = progress.finish(first, receiver.answer(places(first)))
        let second = try #require(progress.takePiece(limit: 40, using: &generator))
        _ = progress.finish(second, receiver.answer(places(second)))
        // Asked for again, so not suspect.
        let third = try #require(progress.takePiece(limit: .max, using: &generator))
        _ = progress.finish(third, .partial(retrying: Array(10..<50), rejected: 0, reason: "busy"))
        receiver.isDown = true
        for _ in 0..<5 {
            let piece = try #require(progress.takePiece(limit: 1, isProbe: true, using: &generator))
            _ = progress.finish(piece, receiver.answer(places(piece)))
        }
        #expect(progress.dropped.isEmpty)
        #expect(progress.remaining == 40)
        receiver.isDown = false
        run(&progress, to: &receiver)
        #expect(progress.delivered == 100)
    }

    @Test mutating func `a batch of nothing but bad records comes to an end, once something else arrived`()
        throws
    {
        var progress = BatchProgress(count: 20, maximumAttempts: 3)
        var receiver = Receiver(poisonous: Set(1..<20))
        let first = try #require(progress.takePiece(limit: 1, using: &generator))
        _ = progress.finish(first, receiver.answer(places(first)))
        run(&progress, to: &receiver)
        #expect(progress.isDone)
        #expect(progress.dropped == [.retriesExhausted: 19])
        #expect(receiver.calls < 400)
    }

    @Test mutating func `every record is counted once, whatever the receiver answers`() {
        for _ in 0..<500 {
            let count = Int.random(in: 1...50, using: &generator)
            var progress = BatchProgress(
                count: count, maximumAttempts: Int.random(in: 1...4, using: &generator))
            var seen: [Int: Int] = [:]
            var calls = 0
            while !progress.isDone, calls < 20_000 {
                calls += 1
                guard
                    let piece = progress.takePiece(
                        limit: Int.random(in: 1...60, using: &generator),
                        isProbe: Bool.random(using: &generator),
                        using: &generator)
                else { break }
                let places = places(piece)
                #expect(Set(places).count == piece.count)
                let again = (0..<piece.count).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
                let results: [ExportResult] = [
                    .delivered, .delivered(rejected: Int.random(in: 0...70, using: &generator), reason: "r"),
                    .partial(
                        retrying: again, rejected: Int.random(in: 0...70, using: &generator), reason: "r"),
                    .retry("r"), .retry("r"), .tooLarge("r"), .failed("r"),
                ]
                let result = results[Int.random(in: 0..<results.count, using: &generator)]
                if result == .delivered { for place in places { seen[place, default: 0] += 1 } }
                _ = progress.finish(piece, result)
                let dropped = progress.dropped.values.reduce(0, +)
                #expect(progress.delivered + progress.rejected + dropped + progress.remaining == count)
            }
            #expect(progress.isDone)
            #expect(seen.values.allSatisfy { $0 == 1 })
        }
    }
}
