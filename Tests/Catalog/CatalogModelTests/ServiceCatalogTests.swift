import Foundation
import SignalVocabulary
import TestSupport
import Testing

@testable import CatalogModel

/// The catalog in `schema/`, against the service it describes.
@Suite struct ServiceCatalogTests {
    /// Every event that the plan for the service lists, with its properties as listed there.
    ///
    /// NOTE: `request_received` is listed with the properties of the other two; nothing is known yet of status, duration and
    /// response then.
    private static let planned = """
        request_received: endpoint, method, request_size_bytes
        request_completed: endpoint, method, status_code, duration_ms, request_size_bytes, response_size_bytes
        request_failed: endpoint, method, status_code, duration_ms, request_size_bytes, response_size_bytes
        session_created: session_id, bundle_id, provider, initial_config_size
        session_resumed: session_id, idle_duration_seconds, message_count
        session_message_sent: session_id, message_length, has_attachments
        session_message_received: session_id, response_length, provider_latency_ms
        session_deleted: session_id, session_age_seconds, message_count
        session_expired: session_id, reason, last_activity_timestamp
        config_created: config_id, bundle_count, provider_count, tool_count
        config_updated: config_id, fields_changed, validation_duration_ms
        config_deleted: config_id, config_age_seconds, session_count
        config_validated: config_id, validation_duration_ms, warnings_count
        config_validation_failed: config_id, error_type, error_field, validation_duration_ms
        tool_invoked: tool_name, input_size_bytes
        tool_execution_started: tool_name, parameters_hash
        tool_execution_completed: tool_name, duration_ms, output_size_bytes
        tool_execution_failed: tool_name, error_type, duration_ms
        bundle_loaded: bundle_name, bundle_version, load_duration_ms
        bundle_validated: bundle_name, validation_duration_ms, has_errors
        bundle_validation_failed: bundle_name, error_type, error_message
        health_check_requested: check_type
        health_check_completed: check_type, status, duration_ms, details
        health_check_failed: check_type, error_type, error_message
        smoke_test_started: test_suite, test_count
        smoke_test_completed: test_suite, passed_count, failed_count, duration_ms
        smoke_test_failed: test_suite, test_name, error_type, error_message
        validation_error: field_name, validation_rule, input_value_hash
        authentication_error: auth_method, failure_reason
        authorization_error: required_permission, user_role
        database_error: operation, table_name, error_code, is_retryable
        external_service_error: service_name, endpoint, status_code, retry_count
        timeout_error: operation, timeout_threshold_ms, actual_duration_ms
        rate_limit_exceeded: limit_type, current_count, limit_threshold, window_seconds
        database_connection_acquired: pool_size, wait_time_ms
        database_connection_released: connection_duration_ms, queries_executed
        database_connection_failed: error_type, retry_count, backoff_ms
        external_api_called: service_name, endpoint, method
        external_api_succeeded: service_name, duration_ms, status_code
        external_api_failed: service_name, error_type, retry_attempt
        cache_miss: cache_key_hash, lookup_duration_ms
        cache_hit: cache_key_hash, lookup_duration_ms, entry_age_seconds
        cache_eviction: eviction_reason, entries_evicted
        authentication_attempted: auth_method, source_ip_hash
        authentication_succeeded: user_id, auth_method, session_created
        authentication_failed: auth_method, failure_reason, attempts_count
        api_key_validated: api_key_id, scope, permissions
        api_key_rejected: api_key_id_prefix, rejection_reason
        permission_denied: required_permission, user_permissions, resource
        rate_limit_triggered: limit_type, user_id, window_seconds, request_count
        rate_limit_warning: limit_type, usage_percent, threshold_percent
        suspicious_activity_detected: activity_type, risk_score, indicators
        """

    /// The properties that the plan wants on every event; `timestamp` is the record's own.
    private static let plannedContext = ["user_id", "session_id", "app_id", "environment", "request_id"]

    /// The events of the plan's section on errors, each of which has the standard properties.
    private static let plannedErrors = [
        "validation_error", "authentication_error", "authorization_error", "database_error",
        "external_service_error",
        "timeout_error", "rate_limit_exceeded",
    ]

    private let catalog: Catalog

    init() throws {
        let schema = Repository.schema
        let names = try FileManager.default.contentsOfDirectory(atPath: schema.path(percentEncoded: false))
            .filter { $0.hasSuffix(".yaml") }
        let sources = try names.map {
            CatalogSource(
                path: "schema/\($0)", bytes: Array(try Data(contentsOf: schema.appending(path: $0))))
        }
        let result = CatalogLoader.load(sources)
        let problems = DiagnosticPrinter(showing: sources).print(result.diagnostics)
        try #require(problems == "")
        catalog = try #require(result.catalog)
    }

    @Test func `every planned event has every planned property, of its own or from the context`() throws {
        let context = Set(catalog.context.map(\.property.name))
        for line in Self.planned.split(separator: "\n") {
            let parts = line.split(separator: ":")
            let event = catalog.events.first { $0.name == parts[0] }
            let names = try #require(event, "\(parts[0]) is missing").properties.map(\.name)
            for property in parts[1].split(separator: ",").map({ $0.drop { $0 == " " } }) {
                #expect(
                    names.contains(String(property)) || context.contains(String(property)),
                    "\(parts[0]).\(property)")
            }
        }
    }

    @Test func `there is no event that nobody planned`() {
        let planned = Set(Self.planned.split(separator: "\n").map { $0.prefix { $0 != ":" } })
        #expect(planned.count == 52)
        #expect(catalog.events.filter { !planned.contains(Substring($0.name)) }.map(\.name).isEmpty)
        #expect(catalog.events.count == planned.count)
    }

    @Test func `the context is what every event must have`() {
        #expect(catalog.context.map(\.property.name) == Self.plannedContext)
        let defaults = catalog.context.map(\.defaultValue)
        #expect(defaults == ["anonymous", nil, "amplifier-app-api", "dev", nil])
    }

    @Test func `every error has the standard properties and survives sampling`() throws {
        for name in Self.plannedErrors {
            let event = try #require(catalog.events.first { $0.name == name })
            let names = Set(event.properties.map(\.name))
            #expect(
                names.isSuperset(of: [
                    "error_type", "error_message", "error_code", "stack_trace", "endpoint", "is_retryable",
                ]), "\(name)")
            #expect(event.severity == .error, "\(name)")
        }
    }

    @Test func `what failed survives sampling`() {
        for event in catalog.events where event.name.hasSuffix("_failed") {
            #expect(event.severity == .error, "\(event.name)")
        }
    }

    @Test func `a unit in a name is the unit of the type`() {
        let types: [(String, PropertyType)] = [
            ("_ms", .duration(.milliseconds)), ("_seconds", .duration(.seconds)),
            ("_size_bytes", .bytes(.bytes)),
            ("_timestamp", .timestamp),
        ]
        for (suffix, type) in types {
            let properties = catalog.events.flatMap(\.properties).filter { $0.name.hasSuffix(suffix) }
            #expect(!properties.isEmpty)
            for property in properties { #expect(property.type == type, "\(property.name)") }
        }
    }

    @Test func `counts are never negative and percentages end at one hundred`() {
        for property in catalog.events.flatMap(\.properties) {
            if case .int = property.type { #expect(property.constraints.minimum != nil, "\(property.name)") }
            if property.name.hasSuffix("_percent") {
                #expect(property.constraints.minimum == .integer(0), "\(property.name)")
                #expect(property.constraints.maximum == .integer(100), "\(property.name)")
            }
        }
    }

    @Test func `what identifies a person, a place or a key is handled`() throws {
        let properties = catalog.context.map(\.property) + catalog.events.flatMap(\.properties)
        for name in [
            "user_id", "source_ip_hash", "input_value_hash", "cache_key_hash", "api_key_id",
            "api_key_id_prefix",
        ] {
            let property = try #require(properties.first { $0.name == name }, "\(name) is missing")
            #expect([.personal, .secret].contains(property.sensitivity), "\(name)")
            #expect(property.handling == (name == "api_key_id_prefix" ? .truncate : .hash), "\(name)")
        }
    }

    @Test func `free text has an end`() {
        for property in catalog.events.flatMap(\.properties) where property.type == .text {
            #expect(property.constraints.maxLength != nil, "\(property.name)")
        }
    }
}
