import SignalVocabulary
import Foundation
import SignalTransport
import Signalbook

/// What a connection string of Application Insights says: where to send to, and as whom.
///
/// The grammar is `key=value;key=value` with keys in any case (Azure Monitor, "Connection strings in Application Insights"). A value may
/// have `=` in it, empty parts are skipped, keys that mean nothing here are ignored. Nothing of it appears in an error, for the
/// instrumentation key is what lets anybody write into the resource.
struct ConnectionString: Sendable, Hashable {
    /// Names the resource that telemetry goes to. Mostly a UUID, but no code may rely on that (Microsoft's `ContextTagKeys` schema).
    let instrumentationKey: Secret
    /// Where telemetry is posted: the ingestion endpoint with `/v2.1/track`.
    let track: HTTPEndpoint

    /// The longest string that is read, in bytes; that of Microsoft's own libraries.
    static let maximumLength = 4096
    /// The endpoint of resources that name none.
    private static let globalEndpoint = "https://dc.services.visualstudio.com"

    /// Reads a connection string.
    init(_ secret: Secret) throws(ConnectionStringError) {
        guard secret.revealed.utf8.count <= Self.maximumLength else {
            throw ConnectionStringError(.tooLong, "it is longer than \(Self.maximumLength) bytes")
        }
        let parts = try Self.parts(of: secret.revealed)
        if let scheme = parts["authorization"], scheme.lowercased() != "ikey" {
            throw ConnectionStringError(.unsupportedAuthorization, "its Authorization is not \"ikey\"")
        }
        guard let key = parts["instrumentationkey"] else {
            throw ConnectionStringError(.missingKey, "it has no InstrumentationKey")
        }
        guard key.utf8.count <= 128,
            key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C })
        else {
            throw ConnectionStringError(
                .invalidKey,
                "its InstrumentationKey is longer than 128 bytes or has characters that no key has")
        }
        instrumentationKey = Secret(key)
        track = try Self.endpoint(in: parts)
    }

    /// The parts by their names in lower case; those without a value are left out.
    private static func parts(of text: String) throws(ConnectionStringError) -> [String: String] {
        var parts: [String: String] = [:]
        for part in text.split(separator: ";") {
            let trimmed = part.trimmingCharacters(in: .whitespacesAndNewlines)
            if trimmed.isEmpty { continue }
            guard let equals = trimmed.firstIndex(of: "="), equals != trimmed.startIndex else {
                throw ConnectionStringError(.malformed, "a part of it is no \"key=value\"")
            }
            let key = trimmed[..<equals].trimmingCharacters(in: .whitespaces).lowercased()
            let value = trimmed[trimmed.index(after: equals)...].trimmingCharacters(in: .whitespaces)
            if value.isEmpty { continue }
            guard parts.updateValue(value, forKey: key) == nil else {
                throw ConnectionStringError(.malformed, "it gives one key twice")
            }
        }
        return parts
    }

    /// Where to post: `IngestionEndpoint`, else `https://[Location.]dc.EndpointSuffix`, else the global one.
    private static func endpoint(in parts: [String: String]) throws(ConnectionStringError) -> HTTPEndpoint {
        if let text = parts["ingestionendpoint"] { return try url(text, of: "IngestionEndpoint") }
        guard let suffix = parts["endpointsuffix"] else { return try url(globalEndpoint, of: "default") }
        let location = parts["location"].map { $0 + "." } ?? ""
        let host = location + "dc." + (suffix.hasPrefix(".") ? String(suffix.dropFirst()) : suffix)
        guard host.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x2E || ASCII.isAlphanumeric($0) }) else {
            throw ConnectionStringError(
                .invalidEndpoint, "its EndpointSuffix or Location is no part of a host name")
        }
        return try url("https://" + host, of: "EndpointSuffix")
    }

    /// The URL with `/v2.1/track` at its end.
    private static func url(
        _ text: String, of name: String
    ) throws(ConnectionStringError) -> HTTPEndpoint {
        if let base = try? HTTPEndpoint(text), base.authorization == nil, base.query == nil,
            let track = try? HTTPEndpoint(
                base.description + (base.path.hasSuffix("/") ? "" : "/") + "v2.1/track")
        {
            return track
        }
        throw ConnectionStringError(.invalidEndpoint, "its \(name) is no http or https URL of a host")
    }
}
