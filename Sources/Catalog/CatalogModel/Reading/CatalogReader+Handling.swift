import SignalVocabulary

extension CatalogReader {
    /// Reports a handling that cannot be applied to values of the type.
    mutating func checkHandling(
        _ handling: Handling, of type: PropertyType, hasMaximumLength: Bool, at place: SourceLocation
    ) {
        guard handling.fits(type) else {
            let fitting = Handling.fitting(type).map(\.rawValue)
            findings.error(
                .handlingMismatch,
                "\(Quoted.text(handling.rawValue)) does not fit the type \(Quoted.text(type.name))",
                at: place, hint: "expected \(Quoted.list(fitting))")
            return
        }
        if handling == .truncate, type == .string, !hasMaximumLength {
            findings.error(
                .handlingMismatch, "\"truncate\" of a \"string\" needs a \"max_length\" to cut it to",
                at: place,
                hint: "a \"text\" is cut to \(PropertyLimits.stringLength) unless it says otherwise")
        }
    }
}
