/// What was found at a record's place.
enum RecordLookup {
    /// The record as it was written, head and padding included; valid until the next call.
    case whole(UnsafeRawBufferPointer)
    /// Other bytes, or none.
    case damaged
    /// Its segment has been given up, so that another use of it may have begun.
    case gone
    /// It cannot be read now, because descriptors or memory ran out.
    case unavailable
}
