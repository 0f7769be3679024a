// Generated code and apps name `Severity`, `Handling`, `DurationUnit` and so on through `import Signalbook` alone: what a catalog and the
// runtime must agree on is declared once, in a target of its own, and belongs to this library's public surface all the same.
@_exported public import SignalVocabulary
