/// What a property is held to if its catalog names no limit.
public enum PropertyLimits {
    /// The most Unicode scalars in a `string`, a `url` or a value of an open enumeration.
    public static var stringLength: Int { 1024 }
    /// The Unicode scalars that ``Handling/truncate`` keeps.
    public static var truncatedLength: Int { 8 }
    /// The most elements in a list.
    public static var listCount: Int { 128 }
    /// The most asterisks that ``Handling/mask`` writes.
    package static var maskLength: Int { 8 }
    /// The Unicode scalars at the end of a value that ``Handling/mask`` keeps.
    package static var unmaskedLength: Int { 4 }
}
