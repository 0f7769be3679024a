import CatalogModel
import DocumentTools
import SignalVocabulary

extension LanguageSchema {
    /// A property: the keys of its table, of which those go together that fit its type and its privacy.
    static func property(_ mapping: JSONValue) -> JSONValue {
        let isSensitive: JSONValue = SchemaText.choice(
            Sensitivity.allCases.filter(\.isSensitive).map(\.rawValue))
        return mapping.merging([
            "allOf": [
                SchemaText.reference("types"),
                [
                    "if": ["properties": ["sensitivity": isSensitive], "required": ["sensitivity"]],
                    "then": ["required": ["handling"]],
                ],
            ]
        ])
    }

    /// A context property. The context has scalars only, because every event carries them.
    static var contextProperty: JSONValue {
        property(mapping(.contextProperty)).merging([
            "not": [
                "properties": ["type": ["const": .string(PropertyKind.list.rawValue)]], "required": ["type"],
            ]
        ])
    }

    /// A group: its keys are names of properties, but for the few that say something about the group.
    static var group: JSONValue {
        guard case .object(let members) = mapping(.group) else { return .null }
        let content = members.map { member -> JSONValue.Member in
            switch member.name {
            case "properties": .init(member.name, groupKeys(member.value))
            case "additionalProperties": .init(member.name, SchemaText.reference("property"))
            default: member
            }
        }
        return .object(content).merging(["propertyNames": SchemaText.reference("propertyName")])
    }

    /// The keys of a group. A mapping under `description` is a property of that name.
    private static func groupKeys(_ keys: JSONValue) -> JSONValue {
        guard case .object(let members) = keys else { return keys }
        return .object(
            members.map { member in
                guard member.name == GroupKey.shared(.description).name else { return member }
                return .init(
                    member.name,
                    [
                        "if": ["type": "string"], "then": member.value,
                        "else": SchemaText.reference("property"),
                    ])
            })
    }

    /// A value of an enumeration as it is on the wire.
    static var rawValue: JSONValue {
        [
            "type": ["string", "boolean", "integer"], "minLength": 1,
            "maxLength": .integer(Int64(DeclarationLimits.enumerationValueLength)),
        ]
    }

    /// A value of an enumeration, alone or with its name and description.
    static var enumerationValue: JSONValue {
        [
            "if": ["type": "object"], "then": mapping(.enumerationValue),
            "else": SchemaText.reference("rawValue"),
        ]
    }

    /// For every type, the keys that go with it: one condition a type, made by asking the checks themselves.
    static var types: JSONValue {
        .object([.init("allOf", .array(PropertyKind.allCases.map(condition)))])
    }

    private static func condition(_ kind: PropertyKind) -> JSONValue {
        let samples = PropertyType.samples.filter { $0.kind == kind }
        var properties: [JSONValue.Member] = []
        var required: [PropertyKey] = []
        func forbid(_ keys: PropertyKey...) { for key in keys { properties.append(.init(key.name, false)) } }

        switch kind.detail {
        case .durationUnit:
            properties.append(.init(PropertyKey.unit.name, unit(DurationUnit.allCases.map(\.rawValue))))
            required.append(.unit)
        case .byteUnit:
            properties.append(.init(PropertyKey.unit.name, unit(ByteUnit.allCases.map(\.rawValue))))
            required.append(.unit)
        case .unit: break
        case .none, .values, .elements: forbid(.unit)
        }
        if kind.detail == .values { required.append(.values) } else { forbid(.values, .open) }
        if kind.detail == .elements { required.append(.items) } else { forbid(.items) }
        properties += constraints(of: samples)
        let handlings = Handling.allCases.filter { handling in samples.contains(where: handling.fits) }
        if handlings != Handling.allCases {
            properties.append(.init(PropertyKey.handling.name, SchemaText.choice(handlings.map(\.rawValue))))
        }
        var result: [JSONValue.Member] = [.init("properties", .object(properties))]
        if !required.isEmpty { result.append(.init("required", SchemaText.strings(required.map(\.name)))) }
        if kind.detail == .elements {
            result.append(.init("allOf", .array(PropertyType.Element.allCases.map(elementCondition))))
        }
        if kind == .string {
            result.append(
                .init(
                    "if",
                    [
                        "properties": ["handling": ["const": .string(Handling.truncate.rawValue)]],
                        "required": ["handling"],
                    ]))
            result.append(.init("then", ["required": ["max_length"]]))
        }
        return [
            "if": ["properties": ["type": ["const": .string(kind.rawValue)]], "required": ["type"]],
            "then": .object(result),
        ]
    }

    /// The constraints that none of the types may have, and those whose limits must be whole.
    private static func constraints(of types: [PropertyType]) -> [JSONValue.Member] {
        let isWhole = types.allSatisfy { $0 == .int || $0 == .list(.int) }
        return ConstraintKind.allCases.compactMap { kind in
            let name = kind.definition.name
            guard types.contains(where: { $0.traits.constraints.contains(kind) }) else {
                return .init(name, false)
            }
            return isWhole && kind.test.measure == .value ? .init(name, wholeNumber) : nil
        }
    }

    private static func elementCondition(_ element: PropertyType.Element) -> JSONValue {
        let type = PropertyType.list(element)
        var properties = constraints(of: [type])
        let handlings = Handling.fitting(type)
        if handlings != Handling.allCases {
            properties.append(.init(PropertyKey.handling.name, SchemaText.choice(handlings.map(\.rawValue))))
        }
        return [
            "if": ["properties": ["items": ["const": .string(element.rawValue)]], "required": ["items"]],
            "then": ["properties": .object(properties)],
        ]
    }

    /// A whole number of 64 bits.
    private static let wholeNumber: JSONValue = [
        "type": "integer", "minimum": .integer(Int64.min), "maximum": .integer(Int64.max),
    ]

    private static func unit(_ units: [String]) -> JSONValue { SchemaText.choice(units) }
}
