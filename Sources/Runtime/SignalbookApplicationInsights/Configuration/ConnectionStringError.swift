/// Why a connection string cannot be used. Names no part of it.
public struct ConnectionStringError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public struct Code: Sendable, Hashable {
        private enum Backing {
            case malformed, tooLong, missingKey, invalidKey, invalidEndpoint, unsupportedAuthorization
        }
        private let backing: Backing

        /// It is not a list of `key=value`, or gives a key twice.
        public static let malformed = Code(backing: .malformed)
        /// It is longer than 4,096 bytes.
        public static let tooLong = Code(backing: .tooLong)
        /// It has no `InstrumentationKey`.
        public static let missingKey = Code(backing: .missingKey)
        /// Its `InstrumentationKey` is longer than a key can be, or has characters that no key has.
        public static let invalidKey = Code(backing: .invalidKey)
        /// Its endpoint is not an http or https URL.
        public static let invalidEndpoint = Code(backing: .invalidEndpoint)
        /// It asks for an authorization other than by instrumentation key.
        public static let unsupportedAuthorization = Code(backing: .unsupportedAuthorization)
    }

    /// What is wrong.
    public let code: Code
    /// What is wrong, in words.
    public let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
