import SignalHTTPServer
import Signalbook

/// Tracks every request by itself, so that no handler has to: received, then completed or failed.
///
/// All that happens meanwhile carries one request identifier, whatever functions and tasks it happens in. The caller's own
/// identifier is taken from `X-Request-ID` if it is a proper one; the response says which was used.
struct RequestTracking: Sendable {
    let service: SessionService
    /// What is recorded besides endpoint, method, status, duration and sizes; nothing, unless somebody asked for it.
    let requests: Configuration.Requests

    /// The response to the request, whatever happens.
    func respond(to request: HTTPRequest) async -> HTTPResponse {
        guard let method = HTTPMethodValues.Method(rawValue: request.method) else { return HTTPResponse(405) }
        let (route, call) = match(request)
        let requestID = RequestIdentifier.of(request)
        var response = await SignalContext.with(
            sessionID: call.parameters["session_id"].flatMap { RequestIdentifier.isProper($0) ? $0 : nil },
            requestID: requestID
        ) {
            await respond(to: call, by: route, method: method)
        }
        response.headers["X-Request-ID"] = requestID
        return response
    }

    private func respond(to call: Call, by route: Route?, method: HTTPMethodValues.Method) async
        -> HTTPResponse
    {
        let start = ContinuousClock.now
        Telemetry.track(
            .requestReceived(
                method: method, endpoint: call.endpoint,
                requestHeaders: requests.tracksRequestHeaders ? call.request.headers.withoutCredentials : nil,
                requestBody: requests.tracksRequestBody
                    ? String(decoding: call.request.body, as: UTF8.self) : nil,
                requestSize: .bytes(call.request.body.count)))

        let identity = identify(call, by: route)
        // From here on it is known who calls, and every event says so.
        return await SignalContext.with(userID: (try? identity.get())?.userID) {
            let outcome: Result<HTTPResponse, any Error>
            do {
                outcome = .success(try await serve(call, by: route, for: try identity.get()))
            } catch {
                outcome = .failure(error)
            }
            return track(outcome, of: call, method: method, start: start)
        }
    }

    /// Who calls; nil where nobody is asked.
    private func identify(_ call: Call, by route: Route?) -> Result<Caller?, any Error> {
        guard route?.permission != nil else { return .success(nil) }
        return Result { try service.gate.identify(call.request) }
    }

    private func serve(_ call: Call, by route: Route?, for caller: Caller?) async throws -> HTTPResponse {
        guard let route else { throw ServiceError.notFound("route") }
        if let caller, let permission = route.permission {
            let resource = permission.prefix { $0 != ":" }.dropLast()
            try service.gate.admit(caller, to: permission, of: String(resource))
        }
        var call = call
        call.caller = caller
        return try await route.serve(service, call)
    }

    /// Tracks how the request ended: below 500 it was answered, from there on it failed.
    private func track(
        _ outcome: Result<HTTPResponse, any Error>, of call: Call, method: HTTPMethodValues.Method,
        start: ContinuousClock.Instant
    ) -> HTTPResponse {
        let response: HTTPResponse
        switch outcome {
        case .success(let answer): response = answer
        case .failure(let error as ServiceError):
            error.track(endpoint: call.endpoint)
            response = error.response
        case .failure: response = HTTPResponse(500)
        }
        if case .failure(let error) = outcome, response.status >= 500 {
            let known = error as? ServiceError
            Telemetry.track(
                .requestFailed(
                    method: method, endpoint: call.endpoint, duration: .now - start,
                    requestSize: .bytes(call.request.body.count),
                    errorType: known?.type ?? "\(type(of: error))",
                    errorMessage: known?.message ?? "\(error)", errorCode: known?.code,
                    isRetryable: known?.isRetryable ?? false, statusCode: response.status,
                    responseSize: .bytes(response.body.count)))
        } else {
            Telemetry.track(
                .requestCompleted(
                    method: method, endpoint: call.endpoint, duration: .now - start,
                    requestSize: .bytes(call.request.body.count),
                    responseHeaders: requests.tracksResponseHeaders
                        ? response.headers.withoutCredentials : nil,
                    responseBody: requests.tracksResponseBody
                        ? String(decoding: response.body, as: UTF8.self) : nil,
                    statusCode: response.status, responseSize: .bytes(response.body.count)))
        }
        return response
    }

    private func match(_ request: HTTPRequest) -> (Route?, Call) {
        for route in Route.all where route.method == request.method {
            guard let parameters = route.parameters(of: request.path) else { continue }
            return (route, Call(request: request, endpoint: route.pattern, parameters: parameters))
        }
        return (nil, Call(request: request, endpoint: Route.unmatched, parameters: [:]))
    }
}

extension HTTPHeaders {
    /// The fields as lines of text, without those that let somebody in.
    fileprivate var withoutCredentials: String {
        let secret: Set = ["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"]
        return fields.filter { !secret.contains($0.name.lowercased()) }.map { "\($0.name): \($0.value)" }
            .joined(separator: "\n")
    }
}
