/// What an exporter takes from a store: records of one kind. An exporter that takes two kinds has two slots.
struct ExporterSlot: Sendable, Hashable {
    /// The exporter's name, as statistics and diagnostics say it.
    let name: String
    /// What it takes.
    var kind = RecordKind.log
}
