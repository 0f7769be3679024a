/// The field numbers of OTLP's log messages.
///
/// From opentelemetry-proto `opentelemetry/proto/logs/v1/logs.proto` and `opentelemetry/proto/common/v1/common.proto`.
/// Computed properties, so that other modules see constants.
package enum OTLPFields {
    /// `opentelemetry.proto.logs.v1.LogRecord`.
    package enum LogRecord {
        /// `time_unix_nano`, fixed64: when it happened.
        @inlinable package static var timeUnixNano: UInt32 { 1 }
        /// `severity_number`, varint: 1 to 24.
        @inlinable package static var severityNumber: UInt32 { 2 }
        /// `severity_text`, string.
        @inlinable package static var severityText: UInt32 { 3 }
        /// `body`, AnyValue.
        @inlinable package static var body: UInt32 { 5 }
        /// `attributes`, repeated KeyValue.
        @inlinable package static var attributes: UInt32 { 6 }
        /// `dropped_attributes_count`, varint.
        @inlinable package static var droppedAttributesCount: UInt32 { 7 }
        /// `flags`, fixed32: the low byte holds the W3C trace flags.
        @inlinable package static var flags: UInt32 { 8 }
        /// `trace_id`, 16 bytes.
        @inlinable package static var traceID: UInt32 { 9 }
        /// `span_id`, 8 bytes.
        @inlinable package static var spanID: UInt32 { 10 }
        /// `observed_time_unix_nano`, fixed64: when it was recorded; set in every record.
        @inlinable package static var observedTimeUnixNano: UInt32 { 11 }
        /// `event_name`, string.
        @inlinable package static var eventName: UInt32 { 12 }
    }

    /// `opentelemetry.proto.common.v1.KeyValue`.
    package enum KeyValue {
        /// `key`, string.
        @inlinable package static var key: UInt32 { 1 }
        /// `value`, AnyValue.
        @inlinable package static var value: UInt32 { 2 }
    }

    /// `opentelemetry.proto.common.v1.AnyValue`: a oneof, so a false or empty value is written too; none of them is null.
    package enum AnyValue {
        /// `string_value`.
        @inlinable package static var string: UInt32 { 1 }
        /// `bool_value`, varint.
        @inlinable package static var bool: UInt32 { 2 }
        /// `int_value`, a plain varint: a negative one takes ten bytes.
        @inlinable package static var int: UInt32 { 3 }
        /// `double_value`, eight bytes.
        @inlinable package static var double: UInt32 { 4 }
        /// `array_value`, ArrayValue.
        @inlinable package static var array: UInt32 { 5 }
        /// `kvlist_value`, KeyValueList.
        @inlinable package static var keyValueList: UInt32 { 6 }
        /// `bytes_value`.
        @inlinable package static var bytes: UInt32 { 7 }
    }

    /// `ArrayValue` and `KeyValueList` of `opentelemetry.proto.common.v1`.
    package enum List {
        /// `values`, repeated AnyValue or KeyValue.
        @inlinable package static var values: UInt32 { 1 }
    }
}
