/// The members that ``SignalContext`` has in targets whose catalog has a context. Only the compiler uses it, for its message.
public struct MissingContext: Sendable {
    /// The function by which generated code opens a scope.
    public let with: Scope

    /// What takes any arguments, for the compiler not to speak of these.
    @dynamicCallable
    public struct Scope: Sendable {
        /// Never runs: the only way to a value of this type is a member of ``SignalContext`` that is unavailable, so no program that calls
        /// it compiles. No data can lead here.
        public func dynamicallyCall(withKeywordArguments arguments: KeyValuePairs<String, Any>) -> Never {
            preconditionFailure("no call of it compiles")
        }
    }
}
