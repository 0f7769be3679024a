import Foundation
import SignalTransport
public import Signalbook

/// Sends events to an OpenTelemetry collector, or whatever else takes logs over OTLP/HTTP.
///
/// ```swift
/// import SignalbookOTLP
///
/// Telemetry.start(SignalCatalog.self, exporting: [.otlp])      // reads OTEL_EXPORTER_OTLP_ENDPOINT and its kin
/// ```
///
/// A batch is one request: the records as they were encoded when they were tracked, copied behind the resource and the scope, which are
/// encoded once. What was sent without an answer coming back is sent again, so a receiver may see a record twice; it has the same attribute
/// `log.record.uid` both times.
public final class OTLPExporter: Exporter {
    /// `otlp`.
    public let name = OTLPExporter.providerName

    /// The name of the exporter and of its provider.
    static let providerName = "otlp"

    /// `otlp_http_log_exporter` or `otlp_http_json_log_exporter`.
    public var componentType: String { isJSON ? "otlp_http_json_log_exporter" : "otlp_http_log_exporter" }

    /// Where requests go, without query and user information; nil if the configuration cannot be used and nothing is sent.
    public var endpoint: String? { destination?.endpoint.description }

    private let destination: HTTPDestination?
    private let refusal: String
    private let headers: [HTTPHeaderField]
    private let timeout: Duration?
    private let isJSON: Bool
    private let envelope: RequestEnvelope
    private let judge: AnswerJudge
    /// Nil where bodies are not compressed.
    private let compressor: Locked<GzipCompressor?>?

    /// The most bytes of a request before compression (`docs/specification.md`, "OTLP/HTTP Request": SHOULD).
    private static let maximumRequestSize = 64 << 20
    /// The most bytes of an answer ("OTLP/HTTP Response": SHOULD).
    private static let maximumAnswerSize = 4 << 20

    /// An exporter for a configuration; what cannot be used of it is reported, and replaced by its default or left out.
    ///
    /// Most programs need none of their own: `exporting: [.otlp]` makes it.
    public convenience init(
        _ configuration: OTLPConfiguration, diagnostics: DiagnosticChannel = DiagnosticChannel()
    ) {
        let (plan, problems) = configuration.plan()
        diagnostics.report(problems)
        self.init(plan)
    }

    init(_ plan: OTLPPlan) {
        destination = plan.destination
        refusal = plan.refusal
        headers = plan.ownHeaders + plan.headers
        timeout = plan.timeout
        isJSON = plan.isJSON
        envelope = RequestEnvelope(resource: plan.resource)
        judge = AnswerJudge(
            hiding: plan.headers + [plan.destination?.endpoint.authorization].compactMap { $0 },
            query: plan.destination?.endpoint.query)
        compressor = plan.compressionLevel.map { Locked(GzipCompressor(level: $0)) }
    }

    /// Sends the batch as one request, and judges the answer.
    public func export(_ batch: RecordBatch) async -> ExportResult {
        guard !batch.isEmpty else { return .delivered }
        guard let destination else { return .failed(refusal, errorType: "invalid_configuration") }
        guard isJSON || envelope.protobufSize(of: batch) <= Self.maximumRequestSize else {
            return Self.tooLarge
        }
        guard let (body, malformed) = body(of: batch) else {
            return .retry("there is no memory for the request")
        }
        guard malformed < batch.count else {
            return .failed("no record can be read", errorType: "invalid_record")
        }
        guard body.count <= Self.maximumRequestSize else { return Self.tooLarge }
        let compressed = compress(body)
        let result: ExportResult
        do throws(HTTPFailure) {
            let answer = try await destination.post(
                headers: compressed == nil ? headers : headers + Self.gzipHeader, body: compressed ?? body,
                timeout: timeout,
                maximumAnswerSize: Self.maximumAnswerSize)
            result = judge.judge(answer, now: Int64(Date().timeIntervalSince1970))
        } catch {
            result = judge.judge(error)
        }
        return result.isDelivered ? result.rejecting(malformed, more: "cannot be read") : result
    }

    private static let tooLarge = ExportResult.tooLarge(
        "the request has more than \(maximumRequestSize >> 20) MiB", errorType: "request_too_large")
    private static let gzipHeader = [HTTPHeaderField("Content-Encoding", "gzip")].compactMap { $0 }

    private func body(of batch: RecordBatch) -> (Data, malformed: Int)? {
        if isJSON { return envelope.jsonBody(of: batch) }
        return envelope.protobufBody(of: batch).map { ($0, 0) }
    }

    /// The body compressed; nil if it is to be sent as it is.
    private func compress(_ body: Data) -> Data? {
        compressor?.withLock { compressor in
            body.withUnsafeBytes { bytes in compressor?.compress(bytes) }
        }
    }
}

extension ExportResult {
    /// The same, with more records refused for good.
    fileprivate func rejecting(_ count: Int, more: String) -> ExportResult {
        guard count > 0 else { return self }
        let own = "\(count) records \(more)"
        // The receiver's number may be anything.
        let (sum, hasOverflowed) = rejectedCount.addingReportingOverflow(count)
        return .delivered(rejected: hasOverflowed ? .max : sum, reason: reason.map { "\($0); \(own)" } ?? own)
    }
}
