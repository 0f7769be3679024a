/// One attribute of a record.
package struct RecordedField: Sendable {
    /// Where the key begins in the line, after its quote.
    package var keyStart: UInt32
    /// The bytes of the key as it is written.
    package var keyLength: UInt32
    /// A hash of the key's text.
    package var keyHash: UInt32
    /// Whether the key has backslashes in it.
    package var keyHasEscapes: Bool
    /// Its value.
    package var value: RecordedValue
}
