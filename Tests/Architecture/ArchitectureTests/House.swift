/// Which part of the package may know which: the table of the architecture.
enum House {
    /// The wings of `Sources` in their order, each with those it may import from and its targets. A target may import those before it in its own wing.
    static let wings: [Wing] = [
        Wing("System", imports: [], targets: ["CZlib"]),
        Wing("Vocabulary", imports: [], targets: ["SignalVocabulary", "SignalPattern"]),
        Wing(
            "Catalog", imports: ["Vocabulary"],
            targets: [
                "YAMLLite", "CatalogModel", "CatalogRules", "CatalogComparison", "CatalogFormatting",
                "CatalogImport",
            ]),
        Wing(
            "Rendering", imports: ["Vocabulary", "Catalog"],
            targets: ["SwiftEmitter", "DocumentTools", "CatalogDocuments"]),
        Wing(
            "Runtime", imports: ["System", "Vocabulary"],
            targets: [
                "SignalWire", "Signalbook", "SignalTransport", "SignalbookOTLP",
                "SignalbookApplicationInsights", "SignalbookTesting",
            ]),
        Wing(
            "Backend", imports: ["System", "Vocabulary", "Catalog", "Rendering", "Runtime"],
            targets: ["SignalHTTPServer", "Recordings"]),
        Wing(
            "Tools", imports: ["System", "Vocabulary", "Catalog", "Rendering", "Runtime", "Backend"],
            targets: ["generate-signals", "SigbookCommands", "sigbook"]),
        Wing(
            "Examples",
            imports: ["System", "Vocabulary", "Catalog", "Rendering", "Runtime", "Backend", "Tools"],
            targets: ["quickstart", "Benchmarks", "crash-victim"]),
    ]

    /// The folders of targets whose folders have a fixed order: each may refer to types of those before it.
    static let folders: [String: [String]] = [
        "Signalbook": [
            "Support", "Catalog", "Sanitizing", "Accounting", "Diagnostics", "Configuration", "Exporters",
            "Buffer",
            "Encoding", "Context", "Shipping", "Telemetry",
        ]
    ]

    /// A folder of `Sources`.
    struct Wing {
        let name: String
        /// The other wings whose targets those of this wing may import.
        let imports: Set<String>
        /// Its targets, in order.
        let targets: [String]

        init(_ name: String, imports: Set<String>, targets: [String]) {
            self.name = name
            self.imports = imports
            self.targets = targets
        }
    }

    /// The wing that a target belongs to, by the table.
    static func wing(of target: String) -> Wing? { wings.first { $0.targets.contains(target) } }

    /// Why a target may not import another one of the package; nil if it may.
    static func objection(to imported: String, in target: String) -> String? {
        guard let from = wing(of: target), let to = wing(of: imported) else { return nil }
        if from.name == to.name {
            let order = from.targets
            let isBefore = order.firstIndex(of: imported)! < order.firstIndex(of: target)!
            return isBefore
                ? nil : "\(target) comes before \(imported) in the wing \(from.name), and may not import it"
        }
        return from.imports.contains(to.name)
            ? nil : "\(target) of the wing \(from.name) may not import \(imported) of the wing \(to.name)"
    }
}
