import SignalVocabulary

/// The Swift names of what a catalog declares.
///
/// All names are unescaped; put ``escaped(_:)`` around them where they are written. A catalog that loaded without an
/// error has only names that can be written so, each once in its scope: the emitter need not check again.
///
/// A name is split into words at `_`, `.`, `-`, where a lower-case letter or a digit meets an upper-case letter, and
/// before the last capital of a run (`HTTPServer` is two words). Acronyms are upper-cased, `user_id` is `userID`, unless they
/// begin a lower-camel-case name. Two numbers that would run together are kept apart by `_`: `v1.2` is `v1_2`.
package enum SwiftNames {
    /// The name of an event's structure: `session_created` is `SessionCreated`.
    package static func typeName(of event: Event) -> String {
        if let swiftName = event.swiftName { return capitalized(swiftName) }
        return camelCase(event.name, capitalized: true)
    }

    /// The name of an event's factory and of its name constant: `session_created` is `sessionCreated`.
    package static func memberName(of event: Event) -> String {
        event.swiftName ?? camelCase(event.name, capitalized: false)
    }

    /// The name of a property's stored property and argument label: `user_id` is `userID`.
    ///
    /// The unit that ends the name of a duration or a byte count is left out, for the Swift type carries it: `duration_ms` in
    /// milliseconds is `duration`. A word that names another unit stays.
    package static func memberName(of property: Property) -> String {
        if let swiftName = property.swiftName { return swiftName }
        switch property.type {
        case .duration(let unit):
            return camelCase(UnitWords.dropping(unit, from: property.name), capitalized: false)
        case .bytes(let unit):
            return camelCase(UnitWords.dropping(unit, from: property.name), capitalized: false)
        default:
            return camelCase(property.name, capitalized: false)
        }
    }

    /// The name of the type nested in an event for a property of type `enum`: `http_method` is `HTTPMethod`.
    ///
    /// `type` and `protocol` are `TypeValue` and `ProtocolValue`: behind a dot, `Type` and `Protocol` mean the metatype, with
    /// backticks too, so that the cases could not be named from outside.
    package static func typeName(ofEnumeration property: Property) -> String {
        let name =
            if let swiftName = property.swiftName { capitalized(swiftName) } else {
                camelCase(property.name, capitalized: true)
            }
        return name == "Type" || name == "Protocol" ? name + "Value" : name
    }

    /// The name of an enumeration's case: `GET` is `get`, `gpt-4o` is `gpt4o`.
    ///
    /// Empty when the value gives no identifier, because it begins with a digit, has no letter, or is not all ASCII; such a
    /// value is refused unless it says its `name`.
    package static func caseName(of value: Enumeration.Value) -> String {
        value.swiftName ?? caseName(ofRawValue: value.rawValue)
    }

    /// The name of the scope for the enumerations of a group: `request` is `RequestValues`.
    static func valuesTypeName(ofGroup name: String) -> String {
        camelCase(name, capitalized: true) + "Values"
    }

    /// The case name derived from a value alone, empty when there is none.
    static func caseName(ofRawValue rawValue: String) -> String {
        guard rawValue.utf8.allSatisfy({ $0 < 0x80 }) else { return "" }
        let name = camelCase(rawValue, capitalized: false)
        guard let byte = name.utf8.first, ASCII.isLetter(byte) else { return "" }
        return name
    }
}
