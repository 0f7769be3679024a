/// How far one batch has come with one exporter: what has arrived, what was given up, and in which pieces the rest is to be sent.
///
/// Pure: it sends nothing and knows no time. Two things take a batch apart:
///
/// * A piece that is too large is halved at once; a single record that is too large is dropped.
/// * A piece that fails *although other records arrived since the last failure* is suspect: it is halved, and so are its halves when
///   they fail, so that a record which the receiver cannot take is alone in the end. Alone it is dropped after
///   ``Configuration/Retry/maximumAttempts``; failures with which nothing else arrived in between, as in an outage, count a third. What
///   is not suspect stays as it is, until it has failed that often too: a long outage in the middle of a batch can cost what was left
///   of that batch, an outage between two batches costs nothing.
///
/// Pieces that failed go behind the others, which may arrive. What is left after a receiver asked for some records again is one piece.
struct BatchProgress {
    /// Records that are sent together, by their place in the batch.
    struct Piece: Hashable {
        /// The places, in rising order; nil: the whole batch.
        fileprivate(set) var indexes: [Int]?
        /// How many there are.
        fileprivate(set) var count: Int
        /// Whether they failed although others arrived.
        fileprivate(set) var isSuspect = false
        /// How often they failed, in thirds; counted anew once they are suspect.
        fileprivate(set) var strikes = 0

        /// The places, written out.
        fileprivate var places: [Int] { indexes ?? Array(0..<count) }

        /// Some of the records, of the same history.
        fileprivate func part(_ indexes: [Int]) -> Piece {
            Piece(indexes: indexes, count: indexes.count, isSuspect: isSuspect, strikes: strikes)
        }
    }

    /// How many records arrived.
    private(set) var delivered = 0
    /// How many the receiver refused for good.
    private(set) var rejected = 0
    /// How many were given up here, by reason.
    private(set) var dropped: [DropReason: Int] = [:]
    /// Why the last ones that did not arrive did not.
    private(set) var lastReason: DropReason?
    /// What is left to send; the piece that was taken is not among them.
    private var pieces: [Piece]
    /// Whether something arrived since the last failure.
    private var hasEvidence = false
    private let maximumStrikes: Int

    /// What a failure counts that seems to be the piece's own, and one that may be an outage.
    private static let fullStrike = 3
    private static let partStrike = 1

    init(count: Int, maximumAttempts: Int) {
        pieces = count > 0 ? [Piece(indexes: nil, count: count)] : []
        maximumStrikes = max(maximumAttempts, 1) * Self.fullStrike
    }

    /// Whether every record has arrived or been given up. Not while a piece is taken.
    var isDone: Bool { pieces.isEmpty }

    /// Whether nothing has been decided, so that the batch may as well be collected anew.
    var isUntouched: Bool { delivered == 0 && rejected == 0 && dropped.isEmpty }

    /// How many records are left.
    var remaining: Int { pieces.reduce(0) { $0 + $1.count } }

    /// Takes the next piece to send, of at most `limit` records; nil if nothing is left.
    ///
    /// - Parameter isProbe: take records from a random place and not from the front.
    mutating func takePiece(
        limit: Int, isProbe: Bool = false, using generator: inout some RandomNumberGenerator
    ) -> Piece? {
        guard !pieces.isEmpty else { return nil }
        let piece = pieces.removeFirst()
        let limit = max(limit, 1)
        guard piece.count > limit else { return piece }
        var indexes = piece.places
        let start = isProbe ? Int.random(in: 0...(piece.count - limit), using: &generator) : 0
        let chosen = Array(indexes[start..<(start + limit)])
        indexes.removeSubrange(start..<(start + limit))
        pieces.insert(piece.part(indexes), at: 0)
        return piece.part(chosen)
    }

    /// What came of the piece that was taken.
    mutating func finish(_ piece: Piece, _ result: ExportResult) -> RetryState.Outcome {
        if result.isDelivered {
            let again = result.retriedIndexes.filter { (0..<piece.count).contains($0) }
            guard !again.isEmpty else {
                return settle(piece, rejected: min(result.rejectedCount, piece.count))
            }
            return retry(again, of: piece, result)
        }
        if result.isTooLarge {
            hasEvidence = true
            if piece.count == 1 { drop(1, .tooLarge) } else { split(piece) }
            return .answered
        }
        guard result.isRetryable else {
            drop(piece.count, .exportFailed)
            return .answered
        }
        fail(piece)
        return .failed(after: result.retryDelay)
    }

    /// Gives up what is left.
    mutating func abandon(_ reason: DropReason) {
        drop(remaining, reason)
        pieces = []
    }

    private mutating func settle(_ piece: Piece, rejected refused: Int) -> RetryState.Outcome {
        delivered += piece.count - refused
        reject(refused)
        hasEvidence = true
        return .answered
    }

    private mutating func retry(_ again: [Int], of piece: Piece, _ result: ExportResult) -> RetryState.Outcome
    {
        let refused = min(result.rejectedCount, piece.count - again.count)
        let arrived = piece.count - again.count - refused
        guard arrived + refused > 0 else {
            fail(piece)
            return .failed(after: result.retryDelay)
        }
        delivered += arrived
        reject(refused)
        hasEvidence = true
        let places = piece.places
        var rest = piece.part(again.map { places[$0] })
        rest.strikes += Self.fullStrike
        if rest.strikes >= maximumStrikes {
            drop(rest.count, .retriesExhausted)
        } else {
            pieces.append(rest)
        }
        return .slowedDown(after: result.retryDelay)
    }

    private mutating func fail(_ piece: Piece) {
        var piece = piece
        let strike = hasEvidence ? Self.fullStrike : Self.partStrike
        if !piece.isSuspect {
            // What is left of a batch may be nothing but what the receiver cannot take, and then nothing else will ever arrive.
            if !isUntouched { piece.strikes += strike }
            piece.isSuspect = hasEvidence || piece.strikes >= maximumStrikes
            if piece.isSuspect { piece.strikes = 0 }
        }
        hasEvidence = false
        guard piece.isSuspect else { return putBack(piece) }
        guard piece.count == 1 else { return split(piece) }
        piece.strikes += strike
        if piece.strikes >= maximumStrikes { drop(1, .retriesExhausted) } else { pieces.append(piece) }
    }

    /// Puts a piece behind the others, together with what shares its history: pieces that were cut for a probe grow together again.
    private mutating func putBack(_ piece: Piece) {
        guard let index = pieces.firstIndex(where: { !$0.isSuspect }) else { return pieces.append(piece) }
        let other = pieces.remove(at: index)
        var whole = piece.part((piece.places + other.places).sorted())
        whole.strikes = max(piece.strikes, other.strikes)
        pieces.append(whole)
    }

    private mutating func split(_ piece: Piece) {
        let indexes = piece.places
        let middle = indexes.count / 2
        pieces.append(piece.part(Array(indexes[..<middle])))
        pieces.append(piece.part(Array(indexes[middle...])))
    }

    private mutating func reject(_ count: Int) {
        guard count > 0 else { return }
        rejected += count
        lastReason = .exportFailed
    }

    private mutating func drop(_ count: Int, _ reason: DropReason) {
        guard count > 0 else { return }
        dropped[reason, default: 0] += count
        lastReason = reason
    }
}
