import Foundation
import SignalHTTPServer

extension HTTPResponse {
    /// The value as JSON.
    static func json(_ status: Int, encoding value: some Encodable) throws -> HTTPResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .json(status, Array(try encoder.encode(value)))
    }
}
