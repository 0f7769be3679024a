/// The name of the range into which an OTLP severity number falls, in lower case; nil for 0 and what is past 24.
///
/// From the OpenTelemetry log data model, "Field: SeverityNumber".
package func severityName(_ number: UInt64) -> StaticString? {
    switch number {
    case 1...4: "trace"
    case 5...8: "debug"
    case 9...12: "info"
    case 13...16: "warn"
    case 17...20: "error"
    case 21...24: "fatal"
    default: nil
    }
}
