/// The catalogs of the process, by the names that records give: that of each telemetry, and of each record and scope so far.
///
/// It is live: a library's catalog is there as soon as its first record is. It may be asked from any thread, and takes no lock.
package enum CatalogDirectory {
    /// The properties that each record of a catalog carries; nil if the catalog is not there, as that of an earlier process may not be.
    ///
    /// - Parameter catalog: its name and version in UTF-8, such as `shop/1.0.0`.
    package static func context(of catalog: UnsafeBufferPointer<UInt8>) -> [ContextPropertyDefinition]? {
        KnownCatalog.named(catalog)?.context
    }
}
