import SignalWire

extension ContextScope {
    /// The context of the whole process: every property the catalog names, with its configured value, its default, or null.
    ///
    /// - Parameter value: the configured value of a property, as text.
    static func base(
        of known: KnownCatalog, value: (ContextPropertyDefinition) -> String?,
        environment: UnsafePointer<EncodingEnvironment>, diagnostics: DiagnosticChannel
    ) -> ContextScope {
        adding(
            to: known, within: nil, over: nil, telemetry: nil, environment: environment,
            diagnostics: diagnostics
        ) { writer in
            for definition in known.context {
                let given = value(definition)
                if let given,
                    !writer.value(
                        AttributeKey(definition.name), given, as: definition.kind,
                        handling: definition.handling)
                {
                    diagnostics.report(
                        .warning, .invalidConfiguration, subject: definition.name.description,
                        "context property '\(definition.name)': its configured value is not of the type \(definition.kind); its default is used"
                    )
                } else if given != nil {
                    continue
                }
                // The catalog's own word is nobody's personal data, and readers filter by it.
                if let value = definition.defaultValue,
                    writer.value(AttributeKey(definition.name), value, as: definition.kind, handling: nil)
                {
                    continue
                }
                if definition.handling != .drop { writer.null(AttributeKey(definition.name)) }
            }
        }
    }

    /// A scope with what `record` writes on top of what the scopes around it give. A property that breaks a constraint is left out and
    /// reported.
    ///
    /// - Parameters:
    ///   - known: the catalog of the properties.
    ///   - outer: the scope around it.
    ///   - base: what the catalog's properties are outside every scope; nil while that is being made.
    static func adding(
        to known: KnownCatalog, within outer: ContextScope?, over base: ContextScope?,
        telemetry: (any TaskTelemetry)?, environment: UnsafePointer<EncodingEnvironment>,
        diagnostics: DiagnosticChannel, _ record: (inout PropertyWriter) -> Void
    ) -> ContextScope {
        // Few contexts take more than this, which is on the stack.
        let small = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { scratch in
            adding(
                to: known, within: outer, over: base, telemetry: telemetry, environment: environment,
                diagnostics: diagnostics, scratch: scratch, isLast: false, record)
        }
        return small
            ?? withUnsafeTemporaryAllocation(of: UInt8.self, capacity: maximumSize) { scratch in
                adding(
                    to: known, within: outer, over: base, telemetry: telemetry, environment: environment,
                    diagnostics: diagnostics, scratch: scratch, isLast: true, record)
            }
            ?? make(telemetry: telemetry, known: nil, attributes: .init(start: nil, count: 0), outer: outer)
            .scope
    }

    /// The same, through this memory; nil if it is too small and not the last that there is.
    private static func adding(
        to known: KnownCatalog, within outer: ContextScope?, over base: ContextScope?,
        telemetry: (any TaskTelemetry)?, environment: UnsafePointer<EncodingEnvironment>,
        diagnostics: DiagnosticChannel, scratch: UnsafeMutableBufferPointer<UInt8>, isLast: Bool,
        _ record: (inout PropertyWriter) -> Void
    ) -> ContextScope? {
        guard let start = scratch.baseAddress else { return nil }
        var writer = PropertyWriter(
            wire: ProtobufWriter(start: start, capacity: scratch.count), environment: environment)
        record(&writer)
        if writer.hasOverflowed {
            guard isLast else { return nil }
            diagnostics.reportContextSize(limit: maximumSize)
        }
        if writer.isViolated { diagnostics.reportContext(writer.violations) }
        let refused = writer.violations.map(\.property)
        let written = UnsafeBufferPointer(start: UnsafePointer(start), count: writer.wire.count)
        let isSame = outer?.header.known === known
        let inherited = isSame ? outer : base
        let inheritedCount = inherited?.header.slotCount ?? known.properties.count
        // No attribute has fewer than six bytes: tag and length, those of its key, and those of its value.
        let most = inheritedCount + written.count / 6
        let (scope, isCut) = withUnsafeTemporaryAllocation(of: ContextAttribute.self, capacity: most) { all in
            var count = 0
            while count < inheritedCount {
                var attribute =
                    inherited?.attribute(count)
                    ?? ContextAttribute(bytes: UnsafeBufferPointer(start: nil, count: 0), isSet: false)
                if !isSame, let outer, let value = outer.value(of: known.properties[count]) {
                    attribute = value
                }
                all.initializeElement(at: count, to: attribute)
                count += 1
            }
            // Generated code writes the properties in the catalog's order, so the next one is most often the one wanted.
            var next = 0
            ContextAttribute.forEach(in: written) { bytes, key in
                if !refused.isEmpty, refused.contains(where: { key.elementsEqual($0.utf8) }) { return }
                var place = next < count ? next : 0
                var left = count
                while left > 0 {
                    let isFound =
                        place < known.properties.count
                        ? known.properties[place].name.bytes.hasSameBytes(as: key) : all[place].hasKey(key)
                    if isFound { break }
                    place = place + 1 < count ? place + 1 : 0
                    left -= 1
                }
                // Set is what a scope says, and not what the process says.
                let attribute = ContextAttribute(bytes: bytes, isSet: base != nil)
                if left > 0 {
                    all[place] = attribute
                    next = place + 1
                } else {
                    all.initializeElement(at: count, to: attribute)
                    count += 1
                }
            }
            return make(
                telemetry: telemetry, known: known,
                attributes: UnsafeBufferPointer(UnsafeMutableBufferPointer(rebasing: all[..<count])),
                outer: isSame ? outer?.header.outer : outer)
        }
        if isCut { diagnostics.reportContextSize(limit: maximumSize) }
        return scope
    }
}

extension PropertyWriter {
    /// An attribute without a value: an empty `AnyValue`.
    fileprivate mutating func null(_ key: AttributeKey) {
        attribute(key) { _ in }
    }
}
