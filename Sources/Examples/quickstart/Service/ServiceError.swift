import SignalHTTPServer
import Signalbook

/// Why a request is refused, or fails.
enum ServiceError: Error {
    case invalid(field: String, rule: String, value: String?, code: String)
    case unauthenticated(AuthenticationFailureValues.FailureReason)
    case forbidden(permission: String, caller: Caller)
    case notFound(String)
    case tooManyRequests(count: Int, limit: Int, window: Duration)
    case upstream(service: String, endpoint: String, status: Int, retries: Int)
    case timedOut(operation: String, threshold: Duration, actual: Duration)

    /// The status that is answered.
    var status: Int {
        switch self {
        case .invalid: 400
        case .unauthenticated: 401
        case .forbidden: 403
        case .notFound: 404
        case .tooManyRequests: 429
        case .upstream: 502
        case .timedOut: 504
        }
    }

    /// The stable code that is answered and tracked.
    var code: String {
        switch self {
        case .invalid(_, _, _, let code): code
        case .unauthenticated: "AUTH_001"
        case .forbidden: "AUTH_002"
        case .notFound: "SESSION_404"
        case .tooManyRequests: "LIMIT_001"
        case .upstream: "PROVIDER_001"
        case .timedOut: "PROVIDER_002"
        }
    }

    /// The name of its class.
    var type: String {
        switch self {
        case .invalid: "ValidationError"
        case .unauthenticated: "AuthenticationError"
        case .forbidden: "AuthorizationError"
        case .notFound: "NotFoundError"
        case .tooManyRequests: "RateLimitError"
        case .upstream: "ExternalServiceError"
        case .timedOut: "TimeoutError"
        }
    }

    /// What went wrong, for people. It may quote what the caller sent.
    var message: String {
        switch self {
        case .invalid(let field, let rule, let value, _):
            "\(field) breaks the rule \(rule)" + (value.map { ": \($0)" } ?? "")
        case .unauthenticated(let reason): "no valid API key: \(reason.rawValue)"
        case .forbidden(let permission, _): "\(permission) is not among the caller's permissions"
        case .notFound(let kind): "there is no such \(kind)"
        case .tooManyRequests(_, let limit, _): "more than \(limit) requests in the window"
        case .upstream(let service, _, let status, _): "\(service) answered \(status)"
        case .timedOut(let operation, _, _): "\(operation) took too long"
        }
    }

    /// Whether the same request may succeed later.
    var isRetryable: Bool {
        switch self {
        case .tooManyRequests, .upstream, .timedOut: true
        case .invalid, .unauthenticated, .forbidden, .notFound: false
        }
    }

    /// What the caller is told: not the message, for it may quote what others should not see.
    var response: HTTPResponse {
        .json(status, Array(#"{"error":"\#(type)","code":"\#(code)"}"#.utf8))
    }
}

extension ServiceError {
    /// Tracks the event of its category. That a session is missing is an answer like any other and has none.
    func track(endpoint: String) {
        switch self {
        case .invalid(let field, let rule, let value, _):
            Telemetry.track(
                .validationError(
                    errorType: type, errorMessage: message, errorCode: code, isRetryable: isRetryable,
                    endpoint: endpoint,
                    fieldName: field, validationRule: rule, inputValue: value))
        case .unauthenticated(let reason):
            Telemetry.track(
                .authenticationError(
                    errorType: type, errorMessage: message, errorCode: code, isRetryable: isRetryable,
                    endpoint: endpoint,
                    authMethod: .apiKey, failureReason: reason))
        case .forbidden(let permission, let caller):
            Telemetry.track(
                .authorizationError(
                    errorType: type, errorMessage: message, errorCode: code, isRetryable: isRetryable,
                    endpoint: endpoint,
                    requiredPermission: permission, userRole: caller.role))
        case .notFound:
            break
        case .tooManyRequests(let count, let limit, let window):
            Telemetry.track(
                .rateLimitExceeded(
                    errorType: type, errorMessage: message, errorCode: code, isRetryable: isRetryable,
                    endpoint: endpoint,
                    limitType: .requestsPerUser, currentCount: count, limitThreshold: limit, window: window))
        case .upstream(let service, let serviceEndpoint, let status, let retries):
            Telemetry.track(
                .externalServiceError(
                    errorType: type, errorMessage: message, errorCode: code, isRetryable: isRetryable,
                    endpoint: endpoint,
                    serviceName: service, serviceEndpoint: serviceEndpoint, statusCode: status,
                    retryCount: retries))
        case .timedOut(let operation, let threshold, let actual):
            Telemetry.track(
                .timeoutError(
                    errorType: type, errorMessage: message, errorCode: code, isRetryable: isRetryable,
                    endpoint: endpoint,
                    operation: operation, timeoutThreshold: threshold, actualDuration: actual))
        }
    }
}
