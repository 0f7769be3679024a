import CatalogModel
import SignalPattern
import SignalVocabulary

/// What a string is found to be that should be a value of a property without a handling.
enum StringVerdict {
    /// As it should be; the number of the enumeration's value that it is, if it is one.
    case good(Int?)
    /// What it breaks.
    case bad(RecordingRule, detail: UInt8)

    /// Holds a string, escapes resolved, against a property.
    ///
    /// - Parameter shape: The property's own, or its elements'.
    init(
        _ bytes: ByteSpan, _ plan: PropertyPlan, _ shape: PropertyPlan.Shape, _ catalog: JudgedCatalog
    ) {
        self = Self.ofForm(bytes, plan, shape, catalog) ?? Self.ofConstraints(bytes, plan, catalog)
    }

    /// The verdict where the type decides alone; nil where constraints do.
    private static func ofForm(
        _ bytes: ByteSpan, _ plan: PropertyPlan, _ shape: PropertyPlan.Shape, _ catalog: JudgedCatalog
    ) -> StringVerdict? {
        switch shape {
        case .enumeration:
            if let number = catalog.enumerations[Int(plan.enumeration)].number(of: bytes) {
                return .good(number)
            }
            return catalog.isOpen[Int(plan.enumeration)] ? nil : .bad(.unknownValue, detail: 0)
        case .timestamp:
            return DateSyntax.isTimestamp(bytes) ? .good(nil) : .bad(.invalidFormat, detail: 0)
        case .uuid: return UUIDSyntax.isUUID(bytes) ? .good(nil) : .bad(.invalidFormat, detail: 0)
        case .ip:
            // Hashed unless the configuration keeps addresses as they are.
            if HandledForm.isHash(bytes) { return .good(nil) }
            return IPAddressSyntax.isAddress(bytes)
                ? .bad(.suspectedPersonalData, detail: PersonalDataScan.Kind.ipAddress.rawValue)
                : .bad(.invalidFormat, detail: 0)
        case .url:
            if !StringFormat.isURL(bytes) { return .bad(.invalidFormat, detail: 0) }
            return StringFormat.hasPrivateParts(bytes) ? .bad(.rawPersonalData, detail: 1) : nil
        case .string, .text, .integer, .double, .bool, .strings, .texts, .integers, .doubles, .bools:
            return nil
        }
    }

    private static func ofConstraints(
        _ bytes: ByteSpan, _ plan: PropertyPlan, _ catalog: JudgedCatalog
    ) -> StringVerdict {
        if let rule = plan.lengthProblem(of: bytes) { return .bad(rule, detail: 0) }
        if plan.pattern >= 0, !catalog.patterns[Int(plan.pattern)].matches(bytes) {
            return .bad(.patternMismatch, detail: 0)
        }
        if let kind = PersonalDataScan.find(in: bytes) {
            return .bad(.suspectedPersonalData, detail: kind.rawValue)
        }
        return .good(nil)
    }
}
