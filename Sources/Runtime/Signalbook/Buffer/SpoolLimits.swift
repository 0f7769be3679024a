/// How much a spool may hold of what dead processes left.
struct SpoolLimits: Sendable, Hashable {
    /// The most bytes of all adopted rings together.
    var maximumBytes = 256 << 20
    /// How old a record may get, in nanoseconds.
    var maximumAge: UInt64 = 48 * 3600 * 1_000_000_000

    /// The defaults.
    init() {}

    /// What a configuration asks for.
    init(_ configuration: Configuration.Buffer) {
        maximumBytes = configuration.maximumSpoolSizeMB * Configuration.Limits.bytesPerMB
        maximumAge = UInt64(configuration.maximumSpoolAgeHours) * 3600 * 1_000_000_000
    }
}
