import CatalogModel
import DocumentTools

extension ContextProperty {
    /// The default as a record has it, which is never treated: the catalog's own word is nobody's personal data. Nil where there is none.
    var defaultJSON: JSONValue? {
        guard let value = defaultValue else { return nil }
        switch property.type {
        case .int: return Int64(value).map(JSONValue.integer) ?? .string(value)
        case .double, .duration, .bytes: return Double(value).map(JSONValue.double) ?? .string(value)
        case .bool: return .bool(value == "true")
        default: return .string(value)
        }
    }
}
