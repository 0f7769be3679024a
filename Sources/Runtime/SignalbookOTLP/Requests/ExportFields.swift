/// The field numbers of what is around log records in a request, and of the answer.
///
/// From opentelemetry-proto `collector/logs/v1/logs_service.proto`, `logs/v1/logs.proto`, `common/v1/common.proto`,
/// `resource/v1/resource.proto`, and googleapis `google/rpc/status.proto`.
enum ExportFields {
    /// `ExportLogsServiceRequest.resource_logs`.
    static let resourceLogs: UInt32 = 1
    /// `ResourceLogs.resource`.
    static let resource: UInt32 = 1
    /// `ResourceLogs.scope_logs`.
    static let scopeLogs: UInt32 = 2
    /// `ScopeLogs.scope`.
    static let scope: UInt32 = 1
    /// `ScopeLogs.log_records`.
    static let logRecords: UInt32 = 2
    /// `Resource.attributes`.
    static let attributes: UInt32 = 1
    /// `InstrumentationScope.name`.
    static let scopeName: UInt32 = 1
    /// `InstrumentationScope.version`.
    static let scopeVersion: UInt32 = 2
    /// `ExportLogsServiceResponse.partial_success`.
    static let partialSuccess: UInt32 = 1
    /// `ExportLogsPartialSuccess.rejected_log_records`.
    static let rejectedLogRecords: UInt32 = 1
    /// `ExportLogsPartialSuccess.error_message`.
    static let errorMessage: UInt32 = 2
    /// `google.rpc.Status.message`.
    static let statusMessage: UInt32 = 2
}
