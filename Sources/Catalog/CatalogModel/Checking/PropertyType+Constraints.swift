extension PropertyType {
    /// Whether its values, or the elements of its lists, are numbers that can have bounds.
    package var isNumeric: Bool {
        switch self {
        case .int, .double, .duration, .bytes: true
        case .list(let element): element == .int || element == .double
        default: false
        }
    }

    /// Whether its values, or the elements of its lists, are texts that can have a length.
    package var hasLength: Bool {
        switch self {
        case .string, .text, .url: true
        case .list(let element): element == .string || element == .text
        default: false
        }
    }
}
