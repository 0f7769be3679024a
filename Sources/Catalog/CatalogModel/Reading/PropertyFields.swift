import YAMLLite

/// Where the keys of a property stand among its entries; -1 where there is none. Integers, since thousands of these are made.
struct PropertyFields {
    var type = -1
    var description = -1
    var required = -1
    var unit = -1
    var sensitivity = -1
    var handling = -1
    var minimum = -1
    var maximum = -1
    var maxLength = -1
    var maxItems = -1
    var pattern = -1
    var values = -1
    var open = -1
    var items = -1
    var since = -1
    var deprecated = -1
    var swiftName = -1
    var example = -1
    var renamedFrom = -1
    var suppress = -1
    var role = -1
    var variable = -1
    var defaultValue = -1

    /// The keys of a property of an event or a group.
    static let keys = [
        "type", "description", "required", "unit", "sensitivity", "handling", "minimum", "maximum",
        "max_length",
        "max_items", "pattern", "values", "open", "items", "since", "deprecated", "swift_name", "example",
        "renamed_from", "suppress",
    ]

    /// The keys of a context property.
    static let contextKeys = keys.filter { $0 != "required" } + ["role", "variable", "default"]

    /// Notes that the key stands at the index; false: there is no such key anywhere.
    mutating func note(_ key: String, at index: Int) -> Bool {
        switch key {
        case "type": type = index
        case "description": description = index
        case "required": required = index
        case "unit": unit = index
        case "sensitivity": sensitivity = index
        case "handling": handling = index
        case "minimum": minimum = index
        case "maximum": maximum = index
        case "max_length": maxLength = index
        case "max_items": maxItems = index
        case "pattern": pattern = index
        case "values": values = index
        case "open": open = index
        case "items": items = index
        case "since": since = index
        case "deprecated": deprecated = index
        case "swift_name": swiftName = index
        case "example": example = index
        case "renamed_from": renamedFrom = index
        case "suppress": suppress = index
        case "role": role = index
        case "variable": variable = index
        case "default": defaultValue = index
        default: return false
        }
        return true
    }
}
