import CatalogModel
import SignalVocabulary
import YAMLLite

/// The catalog as far as it has been imported, and what there is to say about it.
struct Draft {
    /// The events so far.
    private(set) var events: [Event] = []
    /// What there is to say so far.
    var findings: [Diagnostic] = []
    /// The names of the events so far, and where each stands.
    private var names: [String: SourceLocation] = [:]

    /// Adds an event, unless there is one of its name already, which is said.
    mutating func add(_ event: Event) {
        if let first = names[event.name] {
            findings.append(
                Diagnostic(
                    .warning, rule: ImportRule.notImported.rawValue,
                    "a second event \(Quoted.text(event.name)) is left out", at: event.location,
                    notes: [Diagnostic.Note("the first one is here", at: first)]))
            return
        }
        names[event.name] = event.location
        events.append(event)
    }

    /// Says that something has no place in a catalog.
    mutating func leaveOut(_ what: String, at place: SourceLocation, hint: String? = nil) {
        findings.append(
            Diagnostic(
                .note, rule: ImportRule.notImported.rawValue, "\(what) is left out", at: place, hint: hint))
    }

    /// Says that a whole event or property is missing for what is wrong with it.
    mutating func skip(_ what: String, because reason: String, at place: SourceLocation) {
        findings.append(
            Diagnostic(
                .warning, rule: ImportRule.notImported.rawValue, "\(what) is left out: \(reason)", at: place))
    }

    /// Says that something is not what it should be.
    mutating func refuse(_ message: String, at place: SourceLocation, hint: String? = nil) {
        findings.append(
            Diagnostic(.error, rule: ImportRule.unreadable.rawValue, message, at: place, hint: hint))
    }

    // MARK: Names

    /// A legal name made of `text`; nil, said, where there is no letter in it to begin with.
    ///
    /// Words are parted by `_`, in lower case if the name was not legal before: `Order Completed` and `orderCompleted (v2)` give
    /// `order_completed` and `order_completed_v2`. A property's name that every record has already gets `_value` behind it.
    mutating func name(
        _ text: String, of kind: String, at place: SourceLocation, isProperty: Bool = false
    ) -> String? {
        var name = WireName.problem(in: text) == nil ? text : Self.words(in: text).joined(separator: "_")
        if isProperty, RecordField.isReserved(name) { name += "_value" }
        guard WireName.problem(in: name) == nil else {
            skip("\(kind) \(Quoted.text(text))", because: "no name can be made of it", at: place)
            return nil
        }
        if name != text {
            findings.append(
                Diagnostic(
                    .note, rule: ImportRule.renamed.rawValue,
                    "\(kind) \(Quoted.text(text)) is called \(Quoted.text(name))", at: place))
        }
        return name
    }

    /// The runs of ASCII letters and digits, in lower case; what stands before the first letter is left out, and a new word begins
    /// where a capital follows a small letter.
    private static func words(in text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var previous: UInt8 = 0
        for byte in text.utf8 {
            let isUpper = ASCII.isUpper(byte)
            let isLower = ASCII.isLower(byte)
            let isDigit = ASCII.isDigit(byte)
            let startsWord = isUpper && ASCII.isLower(previous)
            if !word.isEmpty, startsWord || !(isUpper || isLower || isDigit) {
                words.append(word)
                word = ""
            }
            if isUpper || isLower || isDigit && !(words.isEmpty && word.isEmpty) {
                word.unicodeScalars.append(UnicodeScalar(isUpper ? byte + 0x20 : byte))
            }
            previous = byte
        }
        return word.isEmpty ? words : words + [word]
    }

    // MARK: Descriptions

    /// A description on lines of its own kind: without blanks at its ends; what stands for one where there is none, which is said.
    mutating func description(_ text: String?, of what: String, at place: SourceLocation) -> String {
        let trimmed = text.map(Self.trimmed) ?? ""
        guard trimmed.isEmpty else { return trimmed }
        findings.append(
            Diagnostic(
                .note, rule: ImportRule.incomplete.rawValue, "\(what) has no description", at: place,
                hint: "the catalog says so; write one"))
        return "Not described where it was imported from."
    }

    private static func trimmed(_ text: String) -> String {
        let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
        let scalars = text.unicodeScalars.drop(while: isBlank)
        let end = scalars.lastIndex { !isBlank($0) }.map(scalars.index(after:)) ?? scalars.startIndex
        return String(scalars[..<end])
    }
}
