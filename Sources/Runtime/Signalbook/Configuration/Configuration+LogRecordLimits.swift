extension Configuration {
    /// How much one record may hold, whatever its catalog allows (OpenTelemetry Specification, `common/README.md`, "Attribute Limits", and
    /// `logs/sdk.md`, "LogRecord Limits").
    ///
    /// They hold for every exporter, since an event is encoded once. Of the two variables that set a limit, the one with `LOGRECORD` wins.
    public struct LogRecordLimits: Sendable, Hashable {
        /// The most attributes of a record; those that come after are dropped, which the record's `dropped_attributes_count` and a diagnostic
        /// say.
        ///
        /// Counted are, in this order: the record's identifier, the catalog, the sampling rate where it is below 1, the context, the event's
        /// own properties. What the event violates, where it is marked with that, stays from a limit of 2 on.
        ///
        /// Variables `OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT`, `OTEL_ATTRIBUTE_COUNT_LIMIT`; default 128, at least 0.
        public var attributeCountLimit = 128

        /// The most Unicode scalars of a string, also of each string in a list; what is longer is cut, after it has been sanitized. Nil: no limit.
        ///
        /// NOTE: the record's identifier is never cut, for records with the beginning of one in common would be taken for one and the same.
        ///
        /// Variables `OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT`, `OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT`; default nil, at least 0.
        public var attributeValueLengthLimit: Int?

        /// The defaults.
        public init() {}
    }
}
