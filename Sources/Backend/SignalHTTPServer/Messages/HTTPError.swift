/// A message that is not what it should be, and the status with which a server says so.
package struct HTTPError: Error, Sendable, Hashable {
    /// The status to answer, such as 400.
    package var status: Int
    /// What is wrong, in lower case, without a full stop.
    package var reason: String

    init(_ status: Int, _ reason: String) {
        self.status = status
        self.reason = reason
    }
}
