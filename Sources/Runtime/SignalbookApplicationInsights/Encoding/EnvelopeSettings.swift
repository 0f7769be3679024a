import Signalbook

/// What is the same for every envelope.
struct EnvelopeSettings: Sendable {
    /// Names the resource.
    var instrumentationKey: String
    /// Tags that are the same for all items, name and value, within their limits.
    var tags: [(name: String, value: String)]
    /// Which events are requests.
    var requestEvents: Set<String>
    var duration: [UInt8]
    var status: [UInt8]
    var method: [UInt8]
    var route: [UInt8]
    /// Where errors say what an exception needs.
    var exceptionType: [UInt8]
    var exceptionMessage: [UInt8]
    var exceptionStack: [UInt8]

    init(
        instrumentationKey: Secret, configuration: ApplicationInsightsConfiguration,
        role: String, roleInstance: String?, version: String
    ) {
        self.instrumentationKey = instrumentationKey.revealed
        tags = [("ai.cloud.role", Self.cut(role, to: TelemetryLimits.role))]
        if let roleInstance {
            tags.append(("ai.cloud.roleInstance", Self.cut(roleInstance, to: TelemetryLimits.role)))
        }
        tags.append(("ai.application.ver", Self.cut(version, to: TelemetryLimits.applicationText)))
        tags.append(("ai.internal.sdkVersion", "swift_signalbook:\(SignalbookVersion.current)"))
        requestEvents = configuration.requests.events
        duration = Array(configuration.requests.duration.utf8)
        status = Array(configuration.requests.status.utf8)
        method = Array(configuration.requests.method.utf8)
        route = Array(configuration.requests.route.utf8)
        exceptionType = Array(configuration.exceptions.type.utf8)
        exceptionMessage = Array(configuration.exceptions.message.utf8)
        exceptionStack = Array(configuration.exceptions.stack.utf8)
    }

    private static func cut(_ text: String, to units: Int) -> String {
        var text = text
        return text.withUTF8 { String(decoding: $0.prefix(utf16Units: units), as: UTF8.self) }
    }
}
