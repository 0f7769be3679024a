/// What a property is held to if its catalog names no limit.
public enum PropertyLimits {
    /// The most Unicode scalars in a `string`, an element of a list of them, a `url` or a value of an open enumeration.
    ///
    /// A `text` has no such limit: it is cut only if its catalog gives it a `max_length`, or if the record would not fit the runtime's
    /// buffer. The one exception is a single `text` under ``Handling/truncate``, which is never longer than this.
    public static var stringLength: Int { 1024 }
    /// The Unicode scalars that ``Handling/truncate`` keeps.
    public static var truncatedLength: Int { 8 }
    /// The most elements in a list.
    public static var listCount: Int { 128 }
    /// The most asterisks that ``Handling/mask`` writes.
    @inlinable package static var maskLength: Int { 8 }
    /// The Unicode scalars at the end of a value that ``Handling/mask`` keeps.
    @inlinable package static var unmaskedLength: Int { 4 }
}
