import Foundation

/// What Application Insights says about a request: `{"itemsReceived":2,"itemsAccepted":1,"errors":[{"index":0,"statusCode":400,"message":"…"}]}`.
///
/// Only items that were refused are listed. Read as data from a stranger: what is of the wrong type is as if it were not there.
struct TrackAnswer: Sendable, Hashable {
    /// An item that was refused.
    struct ItemError: Sendable, Hashable {
        /// Its place in the request, from 0.
        var index: Int
        /// What an HTTP status for it alone would be.
        var status: Int
        /// Why, in the server's words.
        var message: String
    }

    /// How many items came with the request.
    var received: Int
    /// How many of them were taken.
    var accepted: Int
    /// Those that were not.
    var errors: [ItemError]

    /// Reads an answer; nil if it is none.
    init?(_ body: [UInt8]) {
        guard let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any],
            let received = object["itemsReceived"] as? Int, let accepted = object["itemsAccepted"] as? Int
        else { return nil }
        self.received = received
        self.accepted = accepted
        errors = (object["errors"] as? [Any] ?? []).compactMap { element in
            guard let error = element as? [String: Any], let index = error["index"] as? Int,
                let status = error["statusCode"] as? Int
            else { return nil }
            return ItemError(index: index, status: status, message: error["message"] as? String ?? "")
        }
    }
}
