/// The values of an `enum` property.
package struct Enumeration: Sendable, Hashable {
    /// One value.
    package struct Value: Sendable, Hashable {
        /// The value on the wire.
        package var rawValue: String
        /// The Swift case name asked for by `name`; nil: derived from ``rawValue``.
        package var swiftName: String?
        /// What it means.
        package var description: String?
        /// The value it was before, which is not listed any more.
        package var renamedFrom: String?

        /// A value with the given parts.
        package init(
            rawValue: String, swiftName: String? = nil, description: String? = nil, renamedFrom: String? = nil
        ) {
            self.rawValue = rawValue
            self.swiftName = swiftName
            self.description = description
            self.renamedFrom = renamedFrom
        }
    }

    /// The values, in the order written.
    package var values: [Value]
    /// Whether values that are not listed may be sent too (`open: true`).
    package var isOpen: Bool

    /// An enumeration with the given values.
    package init(values: [Value], isOpen: Bool = false) {
        self.values = values
        self.isOpen = isOpen
    }
}
