import SignalVocabulary

/// The attributes that the runtime puts on every record (`Signalbook`'s `RecordPrefix`).
enum RecordKeys {
    static let identifier = Array(RecordField.recordUID.rawValue.utf8)
    static let catalog = Array(RecordField.catalog.rawValue.utf8)
    static let sampleRate = Array(RecordField.sampleRate.rawValue.utf8)
}
