import CatalogModel

extension FileEmitter {
    /// Writes the type of an enumeration inside the structure that has the property: the type itself or, when the property came
    /// from a group, another name for the group's.
    mutating func nestedEnumeration(_ enumeration: Enumeration, of member: Member) {
        guard let group = member.property.group else {
            return self.enumeration(enumeration, of: member.property, typeName: member.type)
        }
        writer.put("    /// The values of `")
        writer.put(made: member.property.name)
        writer.line("`.")
        writer.put("    ")
        writer.put(index.access)
        writer.put("typealias ")
        writer.put(made: member.type)
        writer.put(" = ")
        writer.put(made: SwiftNames.escaped(index.catalog.swift.valuesType(ofGroup: group)))
        writer.put(".")
        writer.put(made: member.type)
        writer.line()
    }

    /// Writes the scope for the enumerations that a group declares, so that all events which include it share them.
    mutating func groupDeclaration(_ group: PropertyGroup) {
        writer.line()
        writer.put("/// The values of the properties in the group `")
        writer.put(made: group.name)
        writer.line("`.")
        writer.put(index.access)
        writer.put("enum ")
        writer.put(made: SwiftNames.escaped(index.catalog.swift.valuesType(ofGroup: group.name)))
        writer.line(" {")
        var isFirst = true
        for property in group.properties where CatalogIndex.declares(group, property) {
            guard case .enumeration(let enumeration) = property.type else { continue }
            if !isFirst { writer.line() }
            isFirst = false
            let typeName = SwiftNames.escaped(SwiftNames.typeName(ofEnumeration: property))
            self.enumeration(enumeration, of: property, typeName: typeName)
        }
        writer.line("}")
    }

    private mutating func enumeration(_ enumeration: Enumeration, of property: Property, typeName: String) {
        if enumeration.isOpen {
            openEnumeration(enumeration, of: property, typeName: typeName)
        } else {
            closedEnumeration(enumeration, of: property, typeName: typeName)
        }
    }

    /// Writes a closed enumeration.
    ///
    /// Not as an `enum` with a raw type: what the compiler derives for one costs it three times as long in a release build. Nor
    /// with what it derives for any other, or with `String` literals and comparisons: the optimiser takes these apart once more for
    /// every enumeration. The runtime's protocol has one of each for them all.
    private mutating func closedEnumeration(
        _ enumeration: Enumeration, of property: Property, typeName: String
    ) {
        writer.put("    /// The values of `")
        writer.put(made: property.name)
        writer.line("`.")
        writer.put("    ")
        writer.put(index.access)
        writer.put("enum ")
        writer.put(made: typeName)
        writer.line(": Signalbook.ClosedEnumeration {")
        let cases = enumeration.values.map {
            (name: SwiftNames.escaped(SwiftNames.caseName(of: $0)), value: $0)
        }
        for (name, value) in cases {
            if let description = value.description { writer.documentation(description, .value) }
            writer.put("        case ")
            writer.put(made: name)
            writer.line()
        }
        writer.line()
        writer.line("        /// The value as it is on the wire.")
        writer.put("        ")
        writer.put(index.access)
        writer.line("var wireValue: Swift.StaticString {")
        wireValues(cases)
        writer.line()
        writer.line("        /// The value that is this text on the wire; nil where the catalog lists none.")
        writer.put("        ")
        writer.put(index.access)
        writer.line("init?(rawValue: Swift.String) {")
        writer.beginList(indent: "            ")
        writer.put("self.init(")
        var isFirst = true
        for (name, _) in cases {
            writer.beginItem()
            writer.put(isFirst ? "rawValue: rawValue, among: ." : ".")
            writer.put(made: name)
            isFirst = false
        }
        writer.endList(")", indent: "            ", closesOnOwnLine: false)
        writer.line("        }")
        writer.line("    }")
    }

    /// How many cases one `switch` has at most. The compiler compares every case with all those before it: 1,000 in one `switch` take
    /// it two seconds, in parts of this size a tenth of one.
    private static let switchSize = 100

    /// Writes the rest of the property `wireValue`: a `switch` over the cases. Many are dealt out to as many properties as it takes, each
    /// of which leaves to the next what is not its own.
    private mutating func wireValues(_ cases: [(name: String, value: Enumeration.Value)]) {
        let parts = (cases.count + Self.switchSize - 1) / Self.switchSize
        for part in 1...parts {
            if part > 1 {
                writer.line()
                writer.put("        private var wireValue")
                writer.put(made: String(part))
                writer.line(": Swift.StaticString {")
            }
            writer.line("            switch self {")
            // Of about the same size, so that none is left with one case.
            let own = cases[cases.count * (part - 1) / parts..<cases.count * part / parts]
            for (name, value) in own {
                // The compiler does not see that those before the last part leave only its cases.
                let isDefault = parts > 1 && part == parts && value == own.last?.value
                writer.put("            ")
                writer.put(isDefault ? "default" : "case .")
                if !isDefault { writer.put(made: name) }
                writer.put(": ")
                writer.literal(value.rawValue)
                writer.line()
            }
            if part < parts {
                writer.put("            default: wireValue")
                writer.put(made: String(part + 1))
                writer.line()
            }
            writer.line("            }")
            writer.line("        }")
        }
    }

    private mutating func openEnumeration(_ enumeration: Enumeration, of property: Property, typeName: String)
    {
        writer.put("    /// The values of `")
        writer.put(made: property.name)
        writer.line("` that the catalog lists; others may be sent too.")
        writer.put("    ")
        writer.put(index.access)
        writer.put("struct ")
        writer.put(made: typeName)
        writer.line(": Signalbook.OpenEnumeration {")
        writer.put("        ")
        writer.put(index.access)
        writer.line("let rawValue: Swift.String")
        writer.line()
        writer.put("        ")
        writer.put(index.access)
        writer.line("init(rawValue: Swift.String) { self.rawValue = rawValue }")
        writer.line()
        for value in enumeration.values {
            if let description = value.description { writer.documentation(description, .value) }
            writer.put("        ")
            writer.put(index.access)
            writer.put("static var ")
            writer.put(made: SwiftNames.escaped(SwiftNames.caseName(of: value)))
            writer.put(": Self { Self(rawValue: ")
            writer.literal(value.rawValue)
            writer.line(") }")
        }
        writer.line("    }")
    }
}
