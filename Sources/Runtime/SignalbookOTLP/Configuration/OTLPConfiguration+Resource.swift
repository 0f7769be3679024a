import Foundation
import SignalTransport
import SignalWire
import Signalbook

extension OTLPConfiguration {
    /// The attributes that are sent where nothing else is given, as OpenTelemetry's resource conventions name them:
    ///
    /// | | |
    /// |---|---|
    /// | `service.name` | `unknown_service:` and the process's name |
    /// | `service.instance.id` | a random UUID, one a process |
    /// | `telemetry.sdk.name`, `.language`, `.version` | `signalbook`, `swift`, this version |
    /// | `process.pid` | the process's number |
    /// | `host.name` | the machine's name, if it has one |
    public static var defaultResource: [String: String] {
        var attributes = [
            "service.name": "unknown_service:\(ProcessInfo.processInfo.processName)",
            "service.instance.id": instanceIdentifier,
            "telemetry.sdk.name": "signalbook",
            "telemetry.sdk.language": "swift",
            "telemetry.sdk.version": SignalbookVersion.current,
            processIdentifier: String(ProcessInfo.processInfo.processIdentifier),
        ]
        attributes["host.name"] = hostName
        return attributes
    }

    private static let instanceIdentifier = UUID().uuidString.lowercased()
    /// The one attribute that is a number.
    private static let processIdentifier = "process.pid"

    private static let hostName: String? = {
        var bytes = [CChar](repeating: 0, count: 256)
        // The last byte stays zero: a name that is cut off need not end with one.
        guard gethostname(&bytes, bytes.count - 1) == 0 else { return nil }
        let name = String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return name.isEmpty ? nil : name
    }()

    /// The limits of ``resource``.
    enum ResourceLimits {
        static let attributes = 128
        static let keyBytes = 256
        static let valueBytes = 4096
    }

    /// What is sent: ``resource`` over ``defaultResource``, by key, and what had to be left out.
    func effectiveResource() -> (
        attributes: [(key: String, value: SignalValue)], problems: [ConfigurationProblem]
    ) {
        var problems: [ConfigurationProblem] = []
        var attributes = Self.defaultResource
        for (key, value) in resource.sorted(by: { $0.key < $1.key }) {
            if let problem = Self.problem(
                key, value, count: attributes.count + (attributes[key] == nil ? 1 : 0))
            {
                problems.append(
                    ConfigurationProblem(
                        subject: "resource",
                        message:
                            "the resource attribute \"\(plainLine(key.utf8, maximumLength: 64))\" \(problem); it is left out"
                    ))
            } else {
                attributes[key] = value
            }
        }
        let sorted = attributes.sorted { $0.key < $1.key }.map { key, value in
            let number = key == Self.processIdentifier ? Int64(value) : nil
            return (key, number.map(SignalValue.integer) ?? .string(value))
        }
        return (sorted, problems)
    }

    private static func problem(_ key: String, _ value: String, count: Int) -> String? {
        if key.isEmpty { return "has no key" }
        if key.utf8.count > ResourceLimits.keyBytes {
            return "has a key longer than \(ResourceLimits.keyBytes) bytes"
        }
        if value.utf8.count > ResourceLimits.valueBytes {
            return "has a value longer than \(ResourceLimits.valueBytes) bytes"
        }
        return count > ResourceLimits.attributes ? "is past the limit of \(ResourceLimits.attributes)" : nil
    }
}
