import SignalHTTPServer
import Signalbook
import Synchronization

/// Lets callers in: recognises them, checks what they may do, and how often.
final class Gate: Sendable {
    private struct State {
        var seenKeys: Set<String> = []
        var failures: [String: Int] = [:]
        var windows: [String: (start: ContinuousClock.Instant, count: Int)] = [:]
    }

    private let state = Mutex(State())
    private static let window: Duration = .seconds(60)
    /// Refused keys from one address before that is suspicious.
    private static let patience = 5

    /// Who sent the request, by the key in its `Authorization: Bearer` field.
    func identify(_ request: HTTPRequest) throws(ServiceError) -> Caller {
        let header = request.headers["Authorization"]
        let key = header.flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
        if let key, let caller = Caller.all.first(where: { $0.key == key }) {
            if state.withLock({ $0.seenKeys.insert(caller.keyID).inserted }) {
                welcome(caller, from: request)
            }
            return caller
        }
        let reason: AuthenticationFailureValues.FailureReason =
            header == nil ? .missingCredentials : key == nil ? .malformedCredentials : .unknownCredentials
        let attempts = state.withLock { state in
            state.failures[request.remoteAddress, default: 0] += 1
            return state.failures[request.remoteAddress, default: 0]
        }
        Telemetry.track(.authenticationAttempted(authMethod: .apiKey, sourceIP: request.remoteAddress))
        if let key {
            Telemetry.track(.apiKeyRejected(apiKeyIDPrefix: String(key.prefix(8)), rejectionReason: .unknown))
        }
        Telemetry.track(
            .authenticationFailed(authMethod: .apiKey, failureReason: reason, attemptsCount: attempts))
        if attempts == Self.patience {
            Telemetry.track(
                .suspiciousActivityDetected(
                    activityType: .credentialStuffing, riskScore: 60, indicators: ["many_refused_keys"]))
        }
        throw .unauthenticated(reason)
    }

    /// Checks that the caller may do that, and has not done too much lately.
    func admit(_ caller: Caller, to permission: String, of resource: String) throws(ServiceError) {
        guard caller.permissions.contains(permission) else {
            Telemetry.track(
                .permissionDenied(
                    requiredPermission: permission, userPermissions: caller.permissions, resource: resource))
            throw .forbidden(permission: permission, caller: caller)
        }
        let count = state.withLock { state in
            var window = state.windows[caller.keyID] ?? (.now, 0)
            if window.start.duration(to: .now) > Self.window { window = (.now, 0) }
            window.count += 1
            state.windows[caller.keyID] = window
            return window.count
        }
        if count == caller.limit * 8 / 10 {
            Telemetry.track(
                .rateLimitWarning(limitType: .requestsPerUser, usagePercent: 80, thresholdPercent: 80))
        }
        guard count > caller.limit else { return }
        Telemetry.track(
            .rateLimitTriggered(limitType: .requestsPerUser, window: Self.window, requestCount: count))
        throw .tooManyRequests(count: count, limit: caller.limit, window: Self.window)
    }

    /// A key is validated once and remembered, so these are not on every request.
    private func welcome(_ caller: Caller, from request: HTTPRequest) {
        Telemetry.track(.authenticationAttempted(authMethod: .apiKey, sourceIP: request.remoteAddress))
        SignalContext.with(userID: caller.userID) {
            Telemetry.track(
                .apiKeyValidated(apiKeyID: caller.keyID, scope: caller.role, permissions: caller.permissions))
            Telemetry.track(.authenticationSucceeded(authMethod: .apiKey, sessionCreated: false))
        }
    }
}
