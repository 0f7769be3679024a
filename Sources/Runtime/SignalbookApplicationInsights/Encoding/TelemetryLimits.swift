/// The longest texts that Application Insights takes, in UTF-16 code units (ApplicationInsights-dotnet `Schema/PublicSchema/*.bond`).
///
/// They are kept to here: the server's way of keeping them is to refuse the item.
enum TelemetryLimits {
    /// An event's name.
    static let eventName = 512
    /// A key of a property or a measurement; one that is longer is left out.
    static let key = 150
    /// A property's value.
    static let propertyValue = 8192
    /// An exception's class.
    static let exceptionType = 1024
    /// An exception's message and its stack.
    static let exceptionText = 32768
    /// A request's identifier.
    static let requestID = 128
    /// A request's name and its response code.
    static let requestText = 1024
    /// `ai.operation.id`, `ai.operation.parentId` and `ai.user.id`.
    static let operationID = 128
    /// `ai.session.id`.
    static let sessionID = 64
    /// `ai.operation.name` and `ai.application.ver`.
    static let applicationText = 1024
    /// `ai.cloud.role` and `ai.cloud.roleInstance`.
    static let role = 256

    /// The oldest item that is taken, in nanoseconds: 48 hours (`MinDateOffsetFromNow`).
    static let maximumAge: UInt64 = 172_800_000_000_000
    /// How far ahead of the clock an item may be, in nanoseconds: 2 hours (`MaxDateOffsetFromNow`).
    static let maximumLead: UInt64 = 7_200_000_000_000
}

extension UnsafeBufferPointer<UInt8> {
    /// The longest beginning that ends with a whole character and is at most `units` UTF-16 code units long.
    func prefix(utf16Units units: Int) -> UnsafeBufferPointer<UInt8> {
        // No text has more code units than bytes.
        guard count > units else { return self }
        var left = units
        for (index, byte) in enumerated() where byte & 0xC0 != 0x80 {
            // Four bytes of UTF-8 are a surrogate pair.
            left -= byte >= 0xF0 ? 2 : 1
            if left < 0 { return UnsafeBufferPointer(rebasing: self[..<index]) }
        }
        return self
    }
}
