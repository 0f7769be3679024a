import Foundation
import SignalHTTPServer

/// A request on its way through the service.
struct Call: Sendable {
    /// The request as it came.
    let request: HTTPRequest
    /// The route's pattern, such as `/api/v1/sessions/{session_id}`.
    let endpoint: String
    /// The values of the pattern's parameters.
    let parameters: [String: String]
    /// Who sent it; nil if everybody may use the route.
    var caller: Caller?

    /// The body, decoded from JSON. An error names the field that is wrong.
    func decode<Body: Decodable>(_ type: Body.Type) throws -> Body {
        do {
            return try JSONDecoder().decode(type, from: Data(request.body))
        } catch DecodingError.keyNotFound(let key, _) {
            throw ServiceError.invalid(
                field: key.stringValue, rule: "required", value: nil, code: "REQUEST_001")
        } catch DecodingError.typeMismatch(_, let context) {
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw ServiceError.invalid(field: path, rule: "type", value: nil, code: "REQUEST_002")
        } catch {
            throw ServiceError.invalid(
                field: "body", rule: "json", value: String(decoding: request.body, as: UTF8.self),
                code: "REQUEST_003")
        }
    }
}
