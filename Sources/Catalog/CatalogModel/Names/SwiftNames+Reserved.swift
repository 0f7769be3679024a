import SignalVocabulary

extension SwiftNames {
    /// Where a Swift member name is used.
    enum MemberScope {
        /// A property of an event, or of a group that events include.
        case event
        /// A property of the context.
        case context
    }

    /// What a property's Swift name would collide with in the generated code; nil when it is free.
    ///
    /// `self` is refused although it can be written in backticks: inside a method that still means the instance.
    static func conflict(ofMember name: String, in scope: MemberScope) -> String? {
        switch name {
        case "self": return "\"self\" always means the instance in Swift"
        case "record", "properties": return "\"\(name)\" is taken by the method that writes the record"
        default: break
        }
        switch (scope, name) {
        case (.event, "definition"), (.event, "validate"), (.event, "name"):
            return "every event has a member \"\(name)\" already"
        case (.context, "operation"), (.context, "isolation"):
            return "\"\(name)\" is a parameter of the function that opens a context"
        default: return nil
        }
    }

    /// What an event's Swift name would collide with in the generated code; nil when it is free.
    static func conflict(ofEvent name: String) -> String? {
        switch name {
        case "self": "\"self\" always means the type itself in Swift"
        case "init": "\".init(…)\" always means an initializer in Swift"
        case "definition", "name", "record", "validate": "every event has a member \"\(name)\" already"
        default: nil
        }
    }

    /// What a type's name would collide with in the generated code; nil when it is free.
    static func conflict(ofType name: String) -> String? {
        switch name {
        case "Swift", "Signalbook", "Foundation":
            "it would hide the module \"\(name)\" from the generated code"
        case "SignalCatalog", "CatalogContext", "GeneratedCodeFormat":
            "the generated code has a type \"\(name)\" already"
        case "Self", "Any": "\"\(name)\" has a meaning of its own in Swift"
        default: nil
        }
    }

    /// What the name that the header gives the catalog's type would collide with; nil when it is free.
    ///
    /// The type is seen from every file of its module and, if it is public, from modules that import it. So it may hide neither a type of
    /// the runtime nor a common one.
    static func conflict(ofCatalog name: String) -> String? {
        if let conflict = conflict(ofType: name) { return conflict }
        switch name {
        case "Type", "Protocol": return "\"\(name)\" has a meaning of its own in Swift"
        default: break
        }
        if isRuntimeType(name) { return "Signalbook has a type \"\(name)\" already" }
        return shadowsCommonType(name) ? "it would hide the common type \"\(name)\"" : nil
    }

    /// Whether the runtime has a public type of this name. A test compares them with its sources.
    static func isRuntimeType(_ name: String) -> Bool {
        switch name {
        case "AttributeKey", "ByteCount", "ByteUnit", "Catalog", "CatalogIdentity", "ClosedEnumeration",
            "Configuration",
            "ConfigurationProblem", "ConsoleExporter", "ConstraintViolation", "ContextProperties",
            "ContextPropertyDefinition", "ContextRole", "DiagnosticChannel", "DotEnv", "DropReason",
            "DurationUnit", "Event", "EventDefinition", "ExportResult", "Exporter", "ExporterProvider",
            "ExporterSetup", "ExporterStatistics", "FlushResult", "Handling", "HashKey", "InMemoryExporter",
            "InvalidEventError", "JSONLinesExporter", "MetricSnapshot", "MissingContext", "OpenEnumeration",
            "Pattern",
            "PropertyKind", "PropertyLimits", "PropertyWriter", "RecordBatch", "RecordedSignal",
            "RuntimeDiagnostic", "Secret", "SelfObservation", "Severity", "SignalContext", "SignalKind",
            "SignalValue",
            "Statistics", "Telemetry":
            true
        default: false
        }
    }

    /// Whether an event of this type name would hide a type that the users of the generated code need.
    static func shadowsCommonType(_ name: String) -> Bool { commonTypes.contains(name) }

    private static let commonTypes: Set = [
        "String", "Int", "Double", "Float", "Bool", "Character", "Array", "Dictionary", "Set", "Optional",
        "Result", "Error", "Task", "Duration", "Void", "Never", "Sendable", "Codable", "Hashable",
        "Equatable", "Comparable", "Identifiable", "Actor", "MainActor", "Clock", "Date", "URL", "UUID",
        "Data", "Event", "Telemetry", "SignalContext", "Exporter", "Configuration", "Severity",
    ]

    /// Whether a name can be given to the catalog's type: `[A-Z][A-Za-z0-9_]*`, at most ``DeclarationLimits/nameLength`` bytes.
    static func isLegalTypeName(_ name: String) -> Bool {
        guard let first = name.utf8.first, ASCII.isUpper(first),
            name.utf8.count <= DeclarationLimits.nameLength
        else { return false }
        return name.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == 0x5F }
    }

    /// Whether a name can be given by `swift_name`, or by an enumeration value's `name`: `[a-z][A-Za-z0-9_]*`, at
    /// most ``DeclarationLimits/nameLength`` bytes.
    static func isLegalGivenName(_ name: String) -> Bool {
        guard let first = name.utf8.first, ASCII.isLower(first),
            name.utf8.count <= DeclarationLimits.nameLength
        else { return false }
        return name.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == 0x5F }
    }
}
