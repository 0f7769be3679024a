import Foundation
import SignalHTTPServer
import Signalbook

/// The service: sessions with a model, and the configurations they use. Each method serves one route.
///
/// Events of a request as such are the middleware's business (``RequestTracking``); here stands what only the service knows.
struct SessionService: Sendable {
    let store = SessionStore()
    let provider = ModelProvider()
    let gate = Gate()

    /// `POST /api/v1/sessions`
    func createSession(_ call: Call) async throws -> HTTPResponse {
        let body = try call.decode(NewSession.self)
        guard Self.bundles[body.bundleID] != nil else {
            throw ServiceError.invalid(
                field: "bundle_id", rule: "known_bundle", value: body.bundleID, code: "SESSION_001")
        }
        guard Self.providers.contains(body.provider) else {
            throw ServiceError.invalid(
                field: "provider", rule: "known_provider", value: body.provider, code: "SESSION_002")
        }
        let session = Session(
            bundleID: body.bundleID, provider: body.provider, owner: call.caller?.userID ?? "")
        return try await SignalContext.with(sessionID: session.id) {
            await store.insert(session)
            Telemetry.track(
                .sessionCreated(
                    bundleID: session.bundleID, provider: .init(rawValue: session.provider),
                    initialConfigSize: .bytes(call.request.body.count)))
            return try .json(201, encoding: SessionView(session))
        }
    }

    /// `GET /api/v1/sessions/{session_id}`
    func readSession(_ call: Call) async throws -> HTTPResponse {
        try .json(200, encoding: SessionView(try await session(of: call)))
    }

    /// `DELETE /api/v1/sessions/{session_id}`
    func deleteSession(_ call: Call) async throws -> HTTPResponse {
        let session = try await session(of: call)
        await store.remove(session)
        Telemetry.track(
            .sessionDeleted(messageCount: session.messageCount, sessionAge: .now - session.createdAt))
        return HTTPResponse(204)
    }

    /// `POST /api/v1/sessions/{session_id}/messages`
    func sendMessage(_ call: Call) async throws -> HTTPResponse {
        let message = try call.decode(NewMessage.self)
        guard !message.text.isEmpty else {
            throw ServiceError.invalid(field: "text", rule: "not_empty", value: nil, code: "MESSAGE_001")
        }
        let session = try await session(of: call)
        Telemetry.track(
            .sessionMessageSent(
                messageLength: message.text.count, hasAttachments: message.attachments?.isEmpty == false))
        let findings = message.text.hasPrefix("search:") ? await Tools.search(message.text.dropFirst(7)) : nil
        let answer = try await provider.answer(message.text, of: session.provider)
        Telemetry.track(
            .sessionMessageReceived(responseLength: answer.text.count, providerLatency: answer.latency))
        await store.countMessage(of: session.id)
        return try .json(200, encoding: MessageView(text: answer.text, findings: findings))
    }

    /// `POST /api/v1/configs`
    func createConfiguration(_ call: Call) async throws -> HTTPResponse {
        let start = ContinuousClock.now
        let body = try call.decode(NewConfiguration.self)
        let id = Identifier.make("cfg")
        if let problem = body.problem {
            Telemetry.track(
                .configValidationFailed(
                    configID: id, errorType: "InvalidConfiguration", validationDuration: .now - start,
                    errorField: problem.field))
            throw ServiceError.invalid(
                field: problem.field, rule: problem.rule, value: problem.value, code: "CONFIG_001")
        }
        Telemetry.track(.configValidated(configID: id, validationDuration: .now - start, warningsCount: 0))
        await store.insert(configuration: id)
        Telemetry.track(
            .configCreated(
                configID: id, bundleCount: body.bundles.count, providerCount: body.providers.count,
                toolCount: body.tools?.count ?? 0))
        return try .json(201, encoding: ["id": id])
    }

    /// `GET /health`
    func checkHealth(_ call: Call) async throws -> HTTPResponse {
        let start = ContinuousClock.now
        Telemetry.track(.healthCheckRequested(checkType: .readiness))
        let sessions = await store.count
        Telemetry.track(
            .healthCheckCompleted(
                checkType: .readiness, status: .healthy, duration: .now - start,
                details: "\(sessions) sessions are open"))
        return try .json(200, encoding: ["status": "healthy"])
    }

    private func session(of call: Call) async throws -> Session {
        guard let session = await store.session(call.parameters["session_id"] ?? "") else {
            throw ServiceError.notFound("session")
        }
        return session
    }
}

extension SessionService {
    /// What sessions may run, with its version.
    static let bundles = ["support-desk": "2.3.1", "code-review": "1.0.4"]
    /// Who may answer their messages.
    static let providers: Set = ["anthropic", "openai", "ollama"]

    /// Says that the bundles are there, as a service does that reads them from a disk.
    func loadBundles() {
        for (name, version) in Self.bundles.sorted(by: { $0.key < $1.key }) {
            let start = ContinuousClock.now
            Telemetry.track(
                .bundleLoaded(bundleName: name, bundleVersion: version, loadDuration: .now - start))
            Telemetry.track(
                .bundleValidated(bundleName: name, validationDuration: .now - start, hasErrors: false))
        }
    }

    /// Ends the sessions that are still open; the service keeps none.
    func expireSessions() async {
        for session in await store.removeAll() {
            SignalContext.with(userID: session.owner, sessionID: session.id) {
                Telemetry.track(
                    .sessionExpired(reason: .shutdown, lastActivityTimestamp: session.lastActivity))
            }
        }
    }
}
