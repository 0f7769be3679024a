import Foundation
import SignalTransport
import SignalWire
public import Signalbook

/// Sends events to Azure Application Insights, so that they land in `customEvents`, `requests` and `exceptions`.
///
/// A batch is one `POST` of newline-delimited JSON to `/v2.1/track`, compressed with gzip. Answers are handled item by item: those that may
/// arrive later are sent again, those that never will are counted. Events older than 48 hours or more than two hours ahead of
/// the clock are not sent, for the server refuses them: they count as rejected.
///
/// A redirect is followed with the body, to the same host or within one of Azure Monitor's domains, and remembered.
public final class ApplicationInsightsExporter: Exporter {
    /// `application-insights`.
    public let name = ApplicationInsightsExporter.providerName

    /// The name of the exporter and of its provider.
    static let providerName = "application-insights"

    private let destination: HTTPDestination
    private let timeout: Duration
    private let now: @Sendable () -> UInt64
    private let redactor: Redactor
    private let state: Locked<State>

    private struct State: ~Copyable {
        var writer: EnvelopeWriter
        var gzip: GzipCompressor?

        /// The lines as gzip; nil where they are to be sent as they are.
        mutating func compressed() -> Data? {
            guard var compressor = gzip.take() else { return nil }
            let data = writer.json.buffer.withBytes { compressor.compress($0) }
            gzip = consume compressor
            return data
        }
    }

    /// The largest answer that is read, in bytes: one error for each of the most items there are.
    private static let maximumAnswerSize = 4 << 20
    /// How much memory is kept between batches.
    private static let keptCapacity = 1 << 20

    /// An exporter.
    ///
    /// - Parameters:
    ///   - configuration: where to send to, and what becomes what.
    ///   - catalog: the generated `SignalCatalog`.
    /// - Throws: ``ConnectionStringError`` when the connection string cannot be used.
    public convenience init<C: Catalog>(
        _ configuration: ApplicationInsightsConfiguration, catalog: C.Type
    ) throws(ConnectionStringError) {
        try self.init(configuration, identity: C.identity, context: C.context)
    }

    /// - Parameter now: nanoseconds since 1970.
    init(
        _ configuration: ApplicationInsightsConfiguration, identity: CatalogIdentity,
        context: [ContextPropertyDefinition], now: @escaping @Sendable () -> UInt64 = { wallClock() }
    ) throws(ConnectionStringError) {
        let connection = try ConnectionString(configuration.connectionString)
        let origin = connection.track.host
        destination = HTTPDestination(connection.track, remembersTemporary: true) { target in
            TrustedHosts.allow(target.host, from: origin)
        }
        timeout = configuration.timeout
        self.now = now
        redactor = Redactor(hiding: [connection.instrumentationKey.revealed])
        let settings = EnvelopeSettings(
            instrumentationKey: connection.instrumentationKey, configuration: configuration,
            role: configuration.role ?? identity.name,
            roleInstance: configuration.roleInstance ?? ProcessInfo.processInfo.hostName,
            version: identity.version)
        state = Locked(
            State(
                writer: EnvelopeWriter(
                    settings: settings, directory: ContextRoleDirectory(identity, context: context)),
                gzip: configuration.isCompressed ? GzipCompressor() : nil))
    }

    /// Whether what is sent can be read on its way.
    var isInsecure: Bool { !destination.endpoint.isSecure && !destination.endpoint.isLoopback }

    /// What is sent of a batch.
    private struct Payload: Sendable {
        var body: Data
        var isCompressed: Bool
        /// The place in the batch of each item.
        var places: [Int]
        /// How many records are not sent for their time, or because they cannot be read.
        var unsent: Int
    }

    /// Sends the batch, and says what became of it.
    public func export(_ batch: RecordBatch) async -> ExportResult {
        let payload = encode(batch)
        guard !payload.places.isEmpty else { return settled(refused: 0, of: payload, reason: nil) }
        let answer: HTTPAnswer
        do throws(HTTPFailure) {
            answer = try await destination.post(
                headers: Self.headers(isCompressed: payload.isCompressed), body: payload.body,
                timeout: timeout,
                maximumAnswerSize: Self.maximumAnswerSize)
        } catch {
            let errorType = error.code == .timedOut ? "timeout" : "\(error.code)"
            return error.isTransient
                ? .retry(error.message, errorType: errorType) : .failed(error.message, errorType: errorType)
        }
        return result(of: answer, to: payload)
    }

    private func encode(_ batch: RecordBatch) -> Payload {
        let now = now()
        return state.withLock { state in
            state.writer.json.reset()
            defer {
                state.writer.json.reset()
                state.writer.json.buffer.trim(to: Self.keptCapacity)
            }
            var places: [Int] = []
            places.reserveCapacity(batch.count)
            var place = 0
            batch.forEachRecord { record in
                defer { place += 1 }
                let record = record.assumingMemoryBound(to: UInt8.self)
                guard let head = try? LogRecordHead(record), Self.isAccepted(head.time, now: now),
                    (try? state.writer.append(record)) != nil
                else { return }
                places.append(place)
            }
            let unsent = batch.count - places.count
            if let body = state.compressed() {
                return Payload(body: body, isCompressed: true, places: places, unsent: unsent)
            }
            let body = state.writer.json.buffer.withBytes { Data($0) }
            return Payload(body: body, isCompressed: false, places: places, unsent: unsent)
        }
    }

    /// Whether the server takes an item of that time.
    private static func isAccepted(_ time: UInt64, now: UInt64) -> Bool {
        time <= now ? now - time <= TelemetryLimits.maximumAge : time - now <= TelemetryLimits.maximumLead
    }

    private static func headers(isCompressed: Bool) -> [HTTPHeaderField] {
        var fields = [
            ("Content-Type", "application/x-json-stream"), ("Accept", "application/json"),
            ("User-Agent", "signalbook/\(SignalbookVersion.current)"),
        ]
        if isCompressed { fields.append(("Content-Encoding", "gzip")) }
        return fields.compactMap { HTTPHeaderField($0.0, $0.1) }
    }

    // MARK: Answers

    private func result(of answer: HTTPAnswer, to payload: Payload) -> ExportResult {
        let verdict = TrackVerdict(
            status: answer.status, body: answer.body, count: payload.places.count, redactor: redactor)
        let reason = verdict.reason ?? ""
        let delay = answer["Retry-After"].flatMap {
            RetryAfter.delay($0.utf8, now: Int64(clamping: now() / 1_000_000_000))
        }
        let errorType = String(answer.status)
        switch verdict.fate {
        case .settled(let refused): return settled(refused: refused, of: payload, reason: verdict.reason)
        case .partial(let indexes, let refused):
            return .partial(
                retrying: indexes.map { payload.places[$0] }, rejected: refused + payload.unsent,
                reason: reason,
                after: delay, errorType: errorType)
        case .retry: return .retry(reason, after: delay, errorType: errorType)
        case .refused: return .failed(reason, errorType: errorType)
        case .tooLarge: return .tooLarge(reason)
        }
    }

    private func settled(refused: Int, of payload: Payload, reason: String?) -> ExportResult {
        guard refused + payload.unsent > 0 else { return .delivered }
        let late =
            payload.unsent > 0
            ? "\(payload.unsent) events are older than 48 h, more than 2 h ahead or malformed, and not sent"
            : nil
        return .delivered(
            rejected: refused + payload.unsent,
            reason: [reason, late].compactMap { $0 }.joined(separator: "; "))
    }
}
