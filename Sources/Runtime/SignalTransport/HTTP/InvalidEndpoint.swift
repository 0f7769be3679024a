/// Why a text is not an endpoint, in lower case and without the text itself.
package struct InvalidEndpoint: Error, Sendable, Hashable {
    /// What is wrong and what was expected.
    package let reason: String

    init(_ reason: String) { self.reason = reason }
}
