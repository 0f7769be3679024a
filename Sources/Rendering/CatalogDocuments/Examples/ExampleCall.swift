import CatalogModel
import SignalVocabulary
import SwiftEmitter

/// The Swift that tracks an event, with example values for all parameters of its factory.
enum ExampleCall {
    /// The columns that a call on one line may have.
    private static let lineLength = 76

    /// The call, in one line where it fits and with an argument a line where not.
    static func text(of entry: EventEntry, _ maker: inout ExampleMaker) -> String {
        let signature = EventSignature(entry.event)
        let arguments = signature.parameters.map { parameter in
            parameter.label + ": " + argument(maker.value(for: parameter.property), parameter.property)
        }
        let head = "Telemetry.track(." + signature.factoryName + "("
        let line = head + arguments.joined(separator: ", ") + "))"
        if line.utf8.count <= lineLength || arguments.isEmpty { return line }
        return "Telemetry.track(\n    ." + signature.factoryName + "(\n"
            + arguments.map { "        " + $0 }.joined(separator: ",\n") + "))"
    }

    /// A value as the argument for a parameter of its property.
    private static func argument(_ value: ExampleValue, _ property: Property) -> String {
        switch value {
        case .string(let text): return "\"" + EscapedText.literal(text) + "\""
        case .integer(let number):
            guard case .bytes(let unit) = property.type else { return String(number) }
            return byteCount(number, unit)
        case .double(let number):
            guard case .duration(let unit) = property.type else { return number.description }
            return duration(number, unit)
        case .bool(let flag): return flag ? "true" : "false"
        case .enumeration(let index):
            guard case .enumeration(let enumeration) = property.type, index < enumeration.values.count else {
                return "nil"
            }
            return "." + SwiftNames.escaped(SwiftNames.caseName(of: enumeration.values[index]))
        case .list(let values):
            return "[" + values.map { argument($0, property) }.joined(separator: ", ") + "]"
        case .expression(let swift, _): return swift
        }
    }

    /// A length of time: Swift's `Duration` knows no unit above the second.
    private static func duration(_ count: Double, _ unit: DurationUnit) -> String {
        switch unit {
        case .nanoseconds: ".nanoseconds(" + number(count.rounded()) + ")"
        case .microseconds: ".microseconds(" + number(count) + ")"
        case .milliseconds: ".milliseconds(" + number(count) + ")"
        case .seconds: ".seconds(" + number(count) + ")"
        case .minutes: ".seconds(" + number(count) + " * 60)"
        case .hours: ".seconds(" + number(count) + " * 3600)"
        case .days: ".seconds(" + number(count) + " * 86_400)"
        }
    }

    /// A number of bytes, with the runtime's constructor that is nearest to the unit.
    private static func byteCount(_ count: Int64, _ unit: ByteUnit) -> String {
        let number = String(count)
        return switch unit {
        case .bytes: ".bytes(" + number + ")"
        case .kibibytes: ".kibibytes(" + number + ")"
        case .mebibytes: ".mebibytes(" + number + ")"
        case .gibibytes: ".mebibytes(" + number + " * 1024)"
        case .kilobytes: ".kilobytes(" + number + ")"
        case .megabytes: ".megabytes(" + number + ")"
        case .gigabytes: ".megabytes(" + number + " * 1000)"
        }
    }

    /// A number, without a point where it is whole.
    private static func number(_ value: Double) -> String {
        if value.rounded() == value, abs(value) < 1e15 { return String(Int64(value)) }
        return value.description
    }
}
