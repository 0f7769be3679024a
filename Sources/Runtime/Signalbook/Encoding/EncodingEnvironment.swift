import SignalVocabulary
import SignalWire

/// What values are sanitized with: the deployment's key, the scrubber and the limits.
///
/// One is allocated for each ``Telemetry`` and never changed, so that writers may hold a plain pointer to it.
struct EncodingEnvironment {
    /// Computes the keyed hashes.
    let hasher: KeyedHasher
    /// Finds what is private in free text; nil when scrubbing is switched off.
    let scrubber: TextScrubber?
    /// Whether IP addresses without a handling of their own are hashed.
    let hashesIPAddresses: Bool
    /// The most Unicode scalars in a free text, whatever the catalog allows.
    let maximumTextLength: Int
    /// What is done with an event that breaks a constraint.
    let marksViolations: Bool
    /// What a record may hold.
    let attributeLimits: AttributeLimits

    /// The environment a configuration asks for.
    init(_ configuration: Configuration, reportingTo diagnostics: DiagnosticChannel) {
        let key = configuration.effectiveHashKey(reportingTo: diagnostics)
        hasher = KeyedHasher(key: key.bytes, keyID: key.id)
        scrubber =
            configuration.privacy.scrubsText
            ? TextScrubber(ipAddresses: configuration.privacy.hashesIPAddresses ? .hash(hasher) : .replace)
            : nil
        hashesIPAddresses = configuration.privacy.hashesIPAddresses
        attributeLimits = AttributeLimits(configuration.logRecordLimits)
        // A text that will be cut need not be written whole first: it may be larger than a record.
        maximumTextLength = min(
            configuration.privacy.truncatesLargePayloads ? configuration.privacy.maximumPayloadSize : .max,
            attributeLimits.valueLength)
        marksViolations = configuration.validation.onViolation == .mark
    }

    /// The most bytes a sanitized string can have.
    private static let sanitizedStringSize = 256
    /// The most bytes of a free text that are kept, whatever its limit in scalars.
    private static let maximumTextSize = 48 << 10

    /// An `AnyValue.string_value` with a bounded string, as its handling leaves it.
    func writeString(
        _ value: String, handling: Handling?, maxLength: Int = PropertyLimits.truncatedLength,
        to wire: inout ProtobufWriter
    ) {
        guard handling != nil else { return wire.stringField(OTLPFields.AnyValue.string, value) }
        var value = value
        value.withUTF8 { writeBytes($0, handling: handling, maxLength: maxLength, to: &wire) }
    }

    /// An `AnyValue.string_value` with these bytes, as their handling leaves them.
    ///
    /// - Parameter maxLength: the Unicode scalars that ``Handling/truncate`` keeps, of what is no IP address.
    func writeBytes(
        _ bytes: UnsafeBufferPointer<UInt8>, handling: Handling?, maxLength: Int,
        to wire: inout ProtobufWriter
    ) {
        let isTruncated = if case .truncate? = handling { true } else { false }
        let size = max(EncodingEnvironment.sanitizedStringSize, isTruncated ? bytes.count : 0)
        PropertyWriter.stringValue(&wire, most: min(size, EncodingEnvironment.maximumTextSize)) { region in
            switch handling {
            case .hash: hasher.hash(bytes, into: region)
            case .mask: Sanitizing.mask(bytes, into: region)
            case .truncate: Sanitizing.truncate(bytes, scalars: maxLength, into: region)
            case nil, .redact, .drop: Sanitizing.redact(into: region)
            }
        }
    }

    /// An `AnyValue.string_value` with a free text, scrubbed and then cut.
    func writeText(_ value: String, maxLength: Int, to wire: inout ProtobufWriter) {
        let limit = min(maxLength, maximumTextLength)
        var value = value
        value.withUTF8 { bytes in
            // A scalar has at most four bytes, and scrubbing makes a text at most so much longer.
            let size = min(
                EncodingEnvironment.maximumTextSize, bytes.count * (scrubber?.growth ?? 1) + 64,
                limit > EncodingEnvironment.maximumTextSize ? .max : 4 * limit)
            // `size` is the worst case: most texts need far less, so less room will do unless the text is cut by it.
            PropertyWriter.stringValue(&wire, most: size, mayBeLess: true) { region in
                let written: Int
                let isCut: Bool
                if let scrubber {
                    (written, _, isCut) = scrubber.scrub(bytes, into: region)
                } else {
                    written = Sanitizing.cut(bytes, into: region)
                    isCut = written < bytes.count
                }
                let kept = Sanitizing.prefix(region, count: written, scalars: limit)
                return isCut && region.count < size && kept == written ? nil : kept
            }
        }
    }
}
