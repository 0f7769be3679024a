/// What handlings write in the place of a value. The runtime writes it, and documents, schemas and the judge of recordings expect it.
///
/// NOTE: `@usableFromInline`, because the compiler inlines no member of a plain `package` type across modules.
@usableFromInline
package enum HandledText {
    /// What ``Handling/redact`` writes.
    @inlinable package static var redacted: StaticString { "[redacted]" }

    /// How many hexadecimal digits, in lower case, ``Handling/hash`` writes after the key's name and a colon: those of 128 bits.
    @inlinable package static var hashDigitCount: Int { 32 }

    /// The most bytes of a key's name that ``Handling/hash`` writes.
    @inlinable package static var keyNameLength: Int { 64 }
}
