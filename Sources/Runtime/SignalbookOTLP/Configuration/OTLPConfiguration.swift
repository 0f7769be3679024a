public import Signalbook

/// Everything that can be set about the export of events over OTLP/HTTP.
///
/// Values come from, strongest first: code (``Signalbook/ExporterProvider/otlp(configure:)``), the `OTEL_…` variables of the process and of
/// `.env`, the defaults here. What cannot be used is reported once and replaced by its default.
///
/// The variables follow OpenTelemetry's specification (`protocol/exporter.md`, `configuration/sdk-environment-variables.md`): an empty one
/// counts as not set, and where two are named, the one with `LOGS` wins. If `OTEL_CONFIG_FILE` is set all others are ignored, as the
/// specification demands; the file itself is not read by this version, which a warning says.
public struct OTLPConfiguration: Sendable, Hashable {
    /// Where log records are sent: an absolute `http` or `https` URL, used as it is.
    ///
    /// User information in it is sent as `Authorization: Basic`.
    ///
    /// Variables `OTEL_EXPORTER_OTLP_LOGS_ENDPOINT`, used as it is, or `OTEL_EXPORTER_OTLP_ENDPOINT`, to whose path `v1/logs` is added.
    /// Default `http://localhost:4318/v1/logs`; at most 4,096 bytes.
    public var endpoint: Secret = Secret("http://localhost:4318/v1/logs")

    /// Header fields of every request, by name; for keys and tenants.
    ///
    /// `Content-Type`, `Content-Encoding`, `Content-Length`, `Host`, `Connection` and `Transfer-Encoding` cannot be set.
    ///
    /// Variables `OTEL_EXPORTER_OTLP_LOGS_HEADERS`, `OTEL_EXPORTER_OTLP_HEADERS`: `name=value,name=value`, percent-encoded. Default: none;
    /// values of at most 16,384 bytes. Never printed.
    public var headers: [String: Secret] = [:]

    /// How long the export of one batch may take, from the connection to the answer's last byte; zero: as long as it takes.
    ///
    /// Variables `OTEL_EXPORTER_OTLP_LOGS_TIMEOUT`, `OTEL_EXPORTER_OTLP_TIMEOUT`, in milliseconds. Default 10 s; at most a day.
    public var timeout = Duration.seconds(10)

    /// Whether bodies are compressed.
    ///
    /// Variables `OTEL_EXPORTER_OTLP_LOGS_COMPRESSION`, `OTEL_EXPORTER_OTLP_COMPRESSION`: `gzip` or `none`. Default ``Compression/automatic``.
    public var compression = Compression.automatic

    /// How much work compression does: from 1, fast, to 9, small.
    ///
    /// No variable. Default 1, whose bodies are a twentieth larger than those of 6, at less than half of the work.
    public var compressionLevel = 1

    /// How records are encoded.
    ///
    /// Variables `OTEL_EXPORTER_OTLP_LOGS_PROTOCOL`, `OTEL_EXPORTER_OTLP_PROTOCOL`: `http/protobuf` or `http/json`; `grpc` is reported, and
    /// `http/protobuf` used. Default ``Encoding/protobuf``.
    public var encoding = Encoding.protobuf

    /// What describes the process that sends, over what is known without being told: see ``OTLPConfiguration/defaultResource``.
    ///
    /// Variables `OTEL_RESOURCE_ATTRIBUTES` (`key=value,key=value`, percent-encoded; discarded whole if any of it cannot be read), over which
    /// `OTEL_SERVICE_NAME` sets `service.name`. Set `deployment.environment.name` here. Default: empty; at most 128 attributes, keys of at most 256 and values
    /// of at most 4,096 bytes.
    public var resource: [String: String] = [:]

    /// Hosts to which a redirect may lead besides the endpoint's own. They are given events and header fields, keys included.
    ///
    /// No variable. Default: none.
    public var trustedRedirectHosts: Set<String> = []

    /// The PEM file of the authorities by which the server's certificate is checked; nil: those of the system.
    ///
    /// NOTE: no platform of this version's can do this: URL sessions on Linux know no authorities but the system's. If it is set for an `https`
    /// endpoint, an error says so and nothing is sent. Add the authority to the system's store instead.
    ///
    /// Variables `OTEL_EXPORTER_OTLP_LOGS_CERTIFICATE`, `OTEL_EXPORTER_OTLP_CERTIFICATE`. Default nil.
    public var certificateFile: String?

    /// The PEM file of the certificate by which the client shows who it is; nil: it does not. See the note at ``certificateFile``.
    ///
    /// Variables `OTEL_EXPORTER_OTLP_LOGS_CLIENT_CERTIFICATE`, `OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE`. Default nil.
    public var clientCertificateFile: String?

    /// The PEM file of that certificate's key. See the note at ``certificateFile``.
    ///
    /// Variables `OTEL_EXPORTER_OTLP_LOGS_CLIENT_KEY`, `OTEL_EXPORTER_OTLP_CLIENT_KEY`. Default nil.
    public var clientKeyFile: String?

    /// The defaults.
    public init() {}

    /// The defaults.
    public static var `default`: OTLPConfiguration { OTLPConfiguration() }
}

extension OTLPConfiguration {
    /// Whether bodies are compressed.
    public struct Compression: Sendable, Hashable, CustomStringConvertible {
        private enum Backing { case automatic, gzip, none }
        private let backing: Backing

        /// gzip, but not for a collector on this machine, where it would cost more than it saves.
        ///
        /// NOTE: the specification's default is none, and lets an SDK have its own.
        public static var automatic: Compression { Compression(backing: .automatic) }
        /// gzip always.
        public static var gzip: Compression { Compression(backing: .gzip) }
        /// Never.
        public static var none: Compression { Compression(backing: .none) }

        /// `automatic`, `gzip` or `none`.
        public var description: String { "\(backing)" }
    }

    /// How records are encoded.
    public struct Encoding: Sendable, Hashable, CustomStringConvertible {
        private enum Backing: String { case protobuf, json }
        private let backing: Backing

        /// `application/x-protobuf`: the records as they are in the buffer, not encoded again.
        public static var protobuf: Encoding { Encoding(backing: .protobuf) }
        /// `application/json`, in OTLP's own form of it: several times the size and the work. For receivers that take nothing else.
        public static var json: Encoding { Encoding(backing: .json) }

        /// `protobuf` or `json`.
        public var description: String { backing.rawValue }
    }
}
