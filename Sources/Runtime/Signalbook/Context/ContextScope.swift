import SignalWire

/// What a scope holds: context properties, sanitized and encoded, and the telemetry of ``Telemetry/with(_:operation:)-(Telemetry,()->Result)``.
///
/// The properties are those of one catalog. Its records take them with one copy. Records of another catalog take those that this
/// one declares alike (``write(attributesOf:over:to:)``). One allocation: slots and bytes follow the header.
///
/// It may be used from any thread, because nothing changes once ``make(telemetry:known:attributes:outer:)`` has returned. `ManagedBuffer` does
/// not let its subclasses be `Sendable`.
final class ContextScope: ManagedBuffer<ContextScope.Header, UInt64> {
    struct Header {
        /// The ``Telemetry`` that the scope's tasks use instead of the process-wide one.
        let telemetry: (any TaskTelemetry)?
        /// The same object for tracking, which counts no references to it.
        ///
        /// Safety: what it points to is there as long as this scope, which holds ``telemetry``. It is nil or a reference to a ``Telemetry``,
        /// because it comes from a ``TaskTelemetry``, which nothing but ``Telemetry`` is.
        let borrowedTelemetry: UnsafeRawPointer?
        /// The catalog of the properties; nil if there are none.
        let known: KnownCatalog?
        /// How many slots there are: first one for each property of the catalog, then those of attributes that it does not declare.
        let slotCount: Int
        /// The properties as tracking reads them.
        fileprivate(set) var view: ContextView
        /// The nearest scope around this one that holds another catalog's properties.
        let outer: ContextScope?
    }

    /// Where an attribute is among the bytes.
    private struct Slot {
        var start: UInt16
        var count: UInt16
        var isSet: Bool
    }

    /// The most bytes a context may have. This is far below a record's limit, so that there is always room for an event.
    static let maximumSize = 16 << 10

    /// A scope without context.
    static func make(telemetry: any TaskTelemetry) -> ContextScope {
        make(
            telemetry: telemetry, known: nil, attributes: UnsafeBufferPointer(start: nil, count: 0),
            outer: nil
        )
        .scope
    }

    /// A scope with these attributes.
    ///
    /// - Parameter attributes: first one for each property of the catalog, then others.
    /// - Returns: the scope, and whether attributes were left out because there were too many bytes.
    static func make(
        telemetry: (any TaskTelemetry)?, known: KnownCatalog?,
        attributes: UnsafeBufferPointer<ContextAttribute>,
        outer: ContextScope?
    ) -> (scope: ContextScope, isCut: Bool) {
        var size = 0
        for attribute in attributes { size += attribute.bytes.count }
        let slotWords = (attributes.count * MemoryLayout<Slot>.stride + 7) / 8
        let byteCount = min(size, maximumSize) + (known?.attribute.count ?? 0)
        let made = ContextScope.create(minimumCapacity: slotWords + (byteCount + 7) / 8) { _ in
            Header(
                telemetry: telemetry, borrowedTelemetry: telemetry?.untypedReference, known: known,
                slotCount: attributes.count, view: .none, outer: outer)
        }
        // Safety: `create` makes an object of the class that it is called on.
        let scope = unsafeDowncast(made, to: ContextScope.self)
        guard let known else { return (scope, false) }
        let catalog = known.attribute
        let isCut = scope.withUnsafeMutablePointers { header, elements in
            let slots = UnsafeMutableRawPointer(elements).assumingMemoryBound(to: Slot.self)
            let bytes = UnsafeMutableRawPointer(elements + slotWords).assumingMemoryBound(to: UInt8.self)
            if let source = catalog.baseAddress { bytes.update(from: source, count: catalog.count) }
            var (length, isCut) = (catalog.count, false)
            for (index, attribute) in attributes.enumerated() {
                let fits = length - catalog.count + attribute.bytes.count <= maximumSize
                let count = fits ? attribute.bytes.count : 0
                if !fits { isCut = true }
                slots[index] = Slot(
                    start: UInt16(truncatingIfNeeded: length), count: UInt16(truncatingIfNeeded: count),
                    isSet: attribute.isSet && fits)
                if count > 0, let source = attribute.bytes.baseAddress {
                    (bytes + length).update(from: source, count: count)
                }
                length += count
            }
            header.pointee.view = ContextView(
                bytes: bytes, count: length, catalog: known.id,
                samplingHash: known.operation.map {
                    ContextAttribute(bytes: Self.bytes(of: slots[$0], in: bytes), isSet: true).samplingHash
                } ?? 0)
            return isCut
        }
        return (scope, isCut)
    }

    // MARK: Reading

    /// The properties as tracking reads them, without the check for exclusive access that `header` costs: it never changes.
    @inline(__always)
    var view: ContextView { withUnsafeMutablePointerToHeader { $0.pointee.view } }

    /// The telemetry as tracking reads it, without that check.
    @inline(__always)
    var borrowedTelemetry: UnsafeRawPointer? {
        withUnsafeMutablePointerToHeader { $0.pointee.borrowedTelemetry }
    }

    private static func bytes(
        of slot: Slot, in bytes: UnsafePointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + Int(slot.start), count: Int(slot.count))
    }

    /// The attribute in a slot. Its bytes are there as long as the scope.
    func attribute(_ index: Int) -> ContextAttribute {
        withUnsafeMutablePointers { header, elements in
            guard let bytes = header.pointee.view.bytes else {
                return ContextAttribute(bytes: UnsafeBufferPointer(start: nil, count: 0), isSet: false)
            }
            let slot = UnsafeMutableRawPointer(elements).assumingMemoryBound(to: Slot.self)[index]
            return ContextAttribute(bytes: Self.bytes(of: slot, in: bytes), isSet: slot.isSet)
        }
    }

    /// The value that this scope or one around it gives a property of whatever catalog: that of a property which is declared alike,
    /// with the same name, kind and handling. Nil if none gives one.
    func value(of property: KnownCatalog.ContextProperty) -> ContextAttribute? {
        var current: ContextScope? = self
        while let scope = current {
            if let known = scope.header.known {
                var index = 0
                while index < known.properties.count {
                    let own = known.properties[index]
                    if own.name.count == property.name.count, own.kind == property.kind,
                        own.handling == property.handling, own.name.hasSameBytes(as: property.name)
                    {
                        // When it was opened, it took the values of the scopes around it.
                        let attribute = scope.attribute(index)
                        return attribute.isSet ? attribute : nil
                    }
                    index += 1
                }
            }
            current = scope.header.outer
        }
        return nil
    }

    // MARK: Writing

    /// Appends the attributes of a record of another catalog, that with its name first: the values that this scope gives what that catalog
    /// declares alike, else those of `base`.
    ///
    /// - Parameter base: the values outside every scope.
    @inline(never)
    func write(attributesOf known: KnownCatalog, over base: ContextScope, to wire: inout ProtobufWriter) {
        wire.bytes(known.attribute)
        for index in known.properties.indices {
            wire.bytes((value(of: known.properties[index]) ?? base.attribute(index)).bytes)
        }
    }

    /// The sampling hash of a record of another catalog: that of its own operation, else of this scope's.
    @inline(never)
    func samplingHash(of known: KnownCatalog, over base: ContextScope) -> UInt64 {
        if let index = known.operation {
            let hash = (value(of: known.properties[index]) ?? base.attribute(index)).samplingHash
            if hash != 0 { return hash }
        }
        return header.view.samplingHash
    }

    /// Appends the scope's attributes, that with the catalog's name first, to a record of another kind, in which attributes have another field.
    ///
    /// - Parameter field: the number of that field, 1 through 15, so that its tag is one byte as in a log record.
    func write(as field: Int, to wire: inout ProtobufWriter) {
        guard let bytes = header.view.bytes else { return }
        let start = wire.position
        wire.bytes(bytes, count: header.view.count)
        guard !wire.hasOverflowed else { return }
        let tag = UInt8(truncatingIfNeeded: field << 3 | 2)
        withUnsafeMutablePointers { header, elements in
            let slots = UnsafeMutableRawPointer(elements).assumingMemoryBound(to: Slot.self)
            start.pointee = tag
            for index in 0..<header.pointee.slotCount where slots[index].count > 0 {
                start[Int(slots[index].start)] = tag
            }
        }
    }
}
