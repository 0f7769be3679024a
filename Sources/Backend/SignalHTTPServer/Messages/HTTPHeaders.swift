/// Header fields in the order they were written, found by name whatever its case (RFC 9110 section 5.1).
package struct HTTPHeaders: Sendable, Hashable {
    /// One field line.
    package struct Field: Sendable, Hashable {
        /// The name as it was written.
        package var name: String
        /// The value without the white space around it.
        package var value: String
    }

    /// The field lines, in order.
    package private(set) var fields: [Field] = []

    /// No fields.
    package init() {}

    /// The first value of the name; setting replaces every field of that name, nil removes them.
    package subscript(name: String) -> String? {
        get { fields.first { Self.isEqual($0.name, name) }?.value }
        set {
            fields.removeAll { Self.isEqual($0.name, name) }
            if let newValue { fields.append(Field(name: name, value: newValue)) }
        }
    }

    /// Every value of the name, in order.
    package func values(of name: String) -> [String] {
        fields.filter { Self.isEqual($0.name, name) }.map(\.value)
    }

    /// Adds a field line behind the others, of whatever name.
    package mutating func add(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// Whether a comma-separated field, such as `Connection`, has the token, whatever its case.
    package func contains(token: String, in name: String) -> Bool {
        values(of: name).contains { value in
            value.split(separator: ",").contains { part in
                Self.isEqual(String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()), token)
            }
        }
    }

    private static func isEqual(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count
            && zip(one.utf8, other.utf8).allSatisfy { $0.lowercased == $1.lowercased }
    }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    /// Fields in the order of the literal.
    package init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { add(name, value) }
    }
}

extension UInt8 {
    /// The byte with an ASCII capital made small.
    fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
