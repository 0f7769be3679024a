/// Which span a piece of work belongs to, wherever its records go.
///
/// Source: W3C Trace Context level 2, "trace-id", "parent-id" and "trace-flags". All bytes zero means that there is no span.
package struct SpanIdentity: Sendable, Hashable {
    /// The first eight bytes of the trace's identifier, as a number in network order.
    package let traceHigh: UInt64
    /// The last eight bytes of the trace's identifier, as a number in network order.
    package let traceLow: UInt64
    /// The span's identifier, as a number in network order.
    package let span: UInt64
    /// The trace's flags; bit 0: the trace is sampled.
    package let flags: UInt8

    /// An identity with the given parts.
    package init(traceHigh: UInt64, traceLow: UInt64, span: UInt64, flags: UInt8) {
        self.traceHigh = traceHigh
        self.traceLow = traceLow
        self.span = span
        self.flags = flags
    }

    /// No span.
    package static var none: SpanIdentity {
        SpanIdentity(traceHigh: 0, traceLow: 0, span: 0, flags: 0)
    }

    /// Whether it identifies a span: neither identifier is zero.
    package var isValid: Bool { traceHigh | traceLow != 0 && span != 0 }
}
