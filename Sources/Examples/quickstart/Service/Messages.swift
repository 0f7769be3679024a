import Foundation
import SignalHTTPServer

/// A request on its way through the service.
struct Call: Sendable {
    /// The request as it came.
    let request: HTTPRequest
    /// The route's pattern, such as `/api/v1/sessions/{session_id}`.
    let endpoint: String
    /// What stands in the place of the pattern's parameters.
    let parameters: [String: String]
    /// Who sent it; nil where the route asks nobody.
    var caller: Caller?

    /// The body as JSON; what is wrong with it names the field.
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

/// What opens a session.
struct NewSession: Codable {
    var bundleID: String
    var provider: String

    private enum CodingKeys: String, CodingKey {
        case bundleID = "bundle_id"
        case provider
    }
}

/// What a caller says in a session.
struct NewMessage: Codable {
    var text: String
    var attachments: [String]?
}

/// What a session may use.
struct NewConfiguration: Codable {
    var bundles: [String]
    var providers: [String]
    var tools: [String]?

    /// The first thing wrong with it.
    var problem: (field: String, rule: String, value: String?)? {
        if bundles.isEmpty { return ("bundles", "not_empty", nil) }
        if let unknown = bundles.first(where: { SessionService.bundles[$0] == nil }) {
            return ("bundles", "known_bundle", unknown)
        }
        if let unknown = providers.first(where: { !SessionService.providers.contains($0) }) {
            return ("providers", "known_provider", unknown)
        }
        return nil
    }
}

/// A session as callers see it.
struct SessionView: Codable {
    var id: String
    var bundleID: String
    var provider: String
    var messageCount: Int

    init(_ session: Session) {
        id = session.id
        bundleID = session.bundleID
        provider = session.provider
        messageCount = session.messageCount
    }

    private enum CodingKeys: String, CodingKey {
        case id, provider
        case bundleID = "bundle_id"
        case messageCount = "message_count"
    }
}

/// The answer to a message.
struct MessageView: Codable {
    var text: String
    var findings: Int?
}

extension HTTPResponse {
    /// The value as JSON.
    static func json(_ status: Int, encoding value: some Encodable) throws -> HTTPResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .json(status, Array(try encoder.encode(value)))
    }
}
