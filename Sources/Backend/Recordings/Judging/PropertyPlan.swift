import CatalogModel
import SignalVocabulary

/// What a property's values are held to, without a reference in it, so that reading one costs nothing.
struct PropertyPlan {
    /// How values are written, as far as judging goes.
    enum Shape: UInt8 {
        case string, text, integer, double, bool, enumeration, timestamp, uuid, url, ip
        case strings, texts, integers, doubles, bools

        /// The shape of a list's elements.
        var element: Shape {
            switch self {
            case .strings: .string
            case .texts: .text
            case .integers: .integer
            case .doubles: .double
            case .bools: .bool
            default: self
            }
        }

        /// Whether it is one of the lists.
        var isList: Bool { rawValue >= Shape.strings.rawValue }
    }

    var shape: Shape
    var handling: Handling?
    var isRequired: Bool
    var isContext: Bool
    var isDeprecated: Bool
    var hasDefault: Bool
    var minimum: Double
    var maximum: Double
    /// Exact bounds, where both the values and the bound are whole.
    var integerMinimum: Int64
    var integerMaximum: Int64
    /// The most Unicode scalars of a string.
    var maximumLength: Int
    var maximumItems: Int
    /// The number of its pattern in the catalog's list; -1: none.
    var pattern: Int32
    /// The number of its enumeration in the catalog's list; -1: none.
    var enumeration: Int32
    /// Where its last good value is remembered and its use is counted; context properties have one place for all events.
    var place: Int32
    /// Where its name stands among the catalog's bytes.
    var nameStart: Int32
    var nameLength: Int32

    /// The plan of a property. What the catalog leaves open is as the runtime has it (`PropertyLimits`).
    init(_ property: Property, isContext: Bool, hasDefault: Bool) {
        (shape, maximumLength) =
            switch property.type {
            case .string: (.string, PropertyLimits.stringLength)
            case .text: (.text, .max)
            case .int: (.integer, .max)
            case .double, .duration: (.double, .max)
            case .bytes(let unit): (unit == .bytes ? .integer : .double, .max)
            case .bool: (.bool, .max)
            case .enumeration: (.enumeration, PropertyLimits.stringLength)
            case .timestamp: (.timestamp, .max)
            case .uuid: (.uuid, .max)
            case .url: (.url, PropertyLimits.stringLength)
            case .ip: (.ip, .max)
            case .list(.string): (.strings, PropertyLimits.stringLength)
            case .list(.text): (.texts, .max)
            case .list(.int): (.integers, .max)
            case .list(.double): (.doubles, .max)
            case .list(.bool): (.bools, .max)
            }
        handling = property.handling
        isRequired = property.isRequired
        self.isContext = isContext
        isDeprecated = property.deprecation != nil
        self.hasDefault = hasDefault
        var range = (minimum: -Double.infinity, maximum: Double.infinity)
        switch property.type {
        case .duration, .bytes: range.minimum = 0
        default: break
        }
        integerMinimum = .min
        integerMaximum = .max
        switch property.constraints.minimum {
        case .integer(let bound)?: (range.minimum, integerMinimum) = (Double(bound), bound)
        case .double(let bound)?: range.minimum = bound
        case nil: break
        }
        switch property.constraints.maximum {
        case .integer(let bound)?: (range.maximum, integerMaximum) = (Double(bound), bound)
        case .double(let bound)?: range.maximum = bound
        case nil: break
        }
        minimum = range.minimum
        maximum = range.maximum
        maximumLength = property.constraints.maxLength ?? maximumLength
        maximumItems = property.constraints.maxItems ?? PropertyLimits.listCount
        pattern = -1
        enumeration = -1
        place = 0
        nameStart = 0
        nameLength = 0
    }

    /// What the length of a text breaks. Nil if it is as it should be.
    @inline(__always)
    func lengthProblem(of bytes: ByteSpan) -> RecordingRule? {
        HandledForm.isAtMost(maximumLength, bytes) ? nil : .tooLong
    }
}
