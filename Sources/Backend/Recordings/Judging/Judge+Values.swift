import CatalogModel
import SignalVocabulary

/// Whether a value is what the catalog says of its property.
extension Judge {
    /// Judges one value.
    @inline(__always)
    mutating func judge(
        _ value: RecordedValue, _ record: RecordedEvent, _ plan: PropertyPlan, _ number: Int
    ) {
        if value.kind == .string, !value.hasEscapes, tally.isRemembered(record.bytes(value), at: plan.place) {
            tally.placeCounts[Int(plan.place)] &+= 1
            if plan.isDeprecated { found(.deprecatedProperty, at: Int(value.start), property: number) }
            return
        }
        judgeAnew(value, record, plan, number)
    }

    private mutating func judgeAnew(
        _ value: RecordedValue, _ record: RecordedEvent, _ plan: PropertyPlan, _ number: Int
    ) {
        if value.kind == .null {
            if !plan.isContext || plan.hasDefault {
                found(.nullProperty, at: Int(value.start), property: number)
            }
            return
        }
        tally.placeCounts[Int(plan.place)] &+= 1
        if plan.isDeprecated { found(.deprecatedProperty, at: Int(value.start), property: number) }
        guard plan.shape.isList else {
            judgeScalar(value, record, plan, plan.shape, number)
            return
        }
        if plan.handling == .redact || plan.handling == .drop {
            judgeHandled(value, record, plan, number)
            return
        }
        guard value.kind == .list else {
            found(.wrongType, at: Int(value.start), property: number, example: value.summary)
            return
        }
        var elements: [RecordedValue] = []
        var count = 0
        let most = min(plan.maximumItems, FieldTable.maximumCount)
        record.forEachElement(of: value) { element in
            if count < most { elements.append(element) }
            count += 1
            return true
        }
        if count > plan.maximumItems {
            found(.tooManyItems, at: Int(value.start), property: number, example: "\(count)")
        }
        for element in elements { judgeScalar(element, record, plan, plan.shape.element, number) }
    }

    /// Judges a value that is no list.
    @inline(__always)
    private mutating func judgeScalar(
        _ value: RecordedValue, _ record: RecordedEvent, _ plan: PropertyPlan,
        _ shape: PropertyPlan.Shape, _ number: Int
    ) {
        if plan.handling != nil {
            judgeHandled(value, record, plan, number)
            return
        }
        switch shape {
        case .integer:
            guard value.kind == .integer, let integer = JSONText.integer(record.bytes(value)) else {
                found(.wrongType, at: Int(value.start), property: number, example: value.summary)
                return
            }
            if integer < plan.integerMinimum || integer > plan.integerMaximum
                || Double(integer) < plan.minimum
                || Double(integer) > plan.maximum
            {
                found(.outOfRange, at: Int(value.start), property: number, example: "\(integer)")
            }
        case .double:
            guard value.kind == .number || value.kind == .integer else {
                judgeNoNumber(value, record, number)
                return
            }
            let double = JSONText.double(record.bytes(value))
            if !(double >= plan.minimum && double <= plan.maximum && double.isFinite) {
                found(
                    .outOfRange, at: Int(value.start), property: number,
                    example: String(decoding: record.bytes(value).prefix(40), as: UTF8.self))
            }
        case .bool:
            if value.kind != .bool {
                found(.wrongType, at: Int(value.start), property: number, example: value.summary)
            }
        default: judgeString(value, record, plan, shape, number)
        }
    }

    /// A value where a number should be; infinite ones are strings in our own form.
    @inline(never)
    private mutating func judgeNoNumber(
        _ value: RecordedValue, _ record: RecordedEvent, _ number: Int
    ) {
        let bytes = record.bytes(value)
        let isName =
            Bytes.equal(bytes, "NaN") || Bytes.equal(bytes, "Infinity") || Bytes.equal(bytes, "-Infinity")
        if value.kind == .notFinite || value.kind == .string && isName {
            found(
                .outOfRange, at: Int(value.start), property: number,
                example: String(decoding: bytes, as: UTF8.self))
        } else {
            found(.wrongType, at: Int(value.start), property: number, example: value.summary)
        }
    }

    /// A value for which the catalog has a handling.
    private mutating func judgeHandled(
        _ value: RecordedValue, _ record: RecordedEvent, _ plan: PropertyPlan, _ number: Int
    ) {
        guard value.kind == .string, let handling = plan.handling else {
            // Numbers that are truncated do not exist, and of those that are hashed nothing but the hash may be seen.
            found(.rawPersonalData, at: Int(value.start), property: number, example: value.summary)
            return
        }
        let verdict = withText(value, record) { bytes in
            HandledForm.isPossible(bytes, of: handling, maximumLength: plan.maximumLength)
        }
        if verdict {
            if !value.hasEscapes { tally.remember(record.bytes(value), at: plan.place) }
        } else if !isDefault(value, record, plan) {
            found(.rawPersonalData, at: Int(value.start), property: number, example: value.summary)
        }
    }

    /// Whether a value is the default of a context property, which is written as it is.
    private func isDefault(
        _ value: RecordedValue, _ record: RecordedEvent, _ plan: PropertyPlan
    ) -> Bool {
        guard plan.hasDefault, let text = current.defaults[Int(plan.place)] else { return false }
        return record.text(value) == text
    }

    /// A string, whatever it stands for.
    private mutating func judgeString(
        _ value: RecordedValue, _ record: RecordedEvent, _ plan: PropertyPlan,
        _ shape: PropertyPlan.Shape, _ number: Int
    ) {
        guard value.kind == .string else {
            found(.wrongType, at: Int(value.start), property: number, example: value.summary)
            return
        }
        let current = current
        let verdict = withText(value, record) { bytes in StringVerdict(bytes, plan, shape, current) }
        switch verdict {
        case .good(let listed):
            if let listed { tally.count(value: listed, of: plan.enumeration) }
            if !value.hasEscapes, !plan.shape.isList { tally.remember(record.bytes(value), at: plan.place) }
        case .bad(let rule, let detail):
            let isShown = rule == .unknownValue || rule == .patternMismatch || rule == .invalidFormat
            found(
                rule, at: Int(value.start), property: number, detail: detail,
                example: isShown && plan.handling == nil ? Self.shown(value, record) : nil)
        }
    }

    /// A string as it may be shown: cut, for it may be anything.
    private static func shown(_ value: RecordedValue, _ record: RecordedEvent) -> String? {
        record.text(value).map { String($0.prefix(80)) }
    }
}
