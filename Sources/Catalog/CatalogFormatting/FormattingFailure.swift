package import CatalogModel

/// Why a file has no canonical form.
package enum FormattingFailure: Error {
    /// It cannot be read; the diagnostics say why.
    case refused([Diagnostic])
    /// What would be written means something else: a mistake of ours, found before anything was written.
    case changesMeaning
}
