import Foundation
import Synchronization

// The process-wide telemetry and its task-local stand-in: sugar over explicit instances.
extension Telemetry {
    /// The process-wide instance, once started. It lives as long as the process.
    private static let processWide = Locked<Telemetry?>(nil)
    /// The same instance for reading without a lock; retained for ever by ``processWide``.
    private static let processWidePointer = Atomic<UInt>(0)
    /// Whether this task is inside ``start(_:exporting:configure:)``.
    @TaskLocal private static var isStarting = false
    /// Stands in where nothing was started: takes nothing.
    private static let disabled: Telemetry = {
        var configuration = Configuration.default
        configuration.isEnabled = false
        configuration.privacy.hashKey = .random()
        return Telemetry(catalog: NoCatalog.self, configuration: configuration, exportingOnlyTo: [])
    }()

    /// Starts the process-wide telemetry from the process environment, the file `.env` in the working directory, and code.
    ///
    /// Precedence: `configure`, then the environment, then `.env`, then the defaults. What is wrong in any of them is reported
    /// once on the diagnostic channel, and its default used. Starting twice is reported and returns the first instance.
    ///
    /// - Parameters:
    ///   - catalog: the generated `SignalCatalog`.
    ///   - providers: make exporters beside those that the configuration names (JSON lines, console), such as `.otlp`.
    ///   - configure: changes the loaded configuration.
    @discardableResult
    public static func start<C: Catalog>(
        _ catalog: C.Type, exporting providers: [ExporterProvider] = [],
        configure: (inout Configuration) -> Void = { _ in }
    ) -> Telemetry {
        // From within `configure` or the diagnostic handler the lock below is this task's own.
        guard !isStarting else {
            disabled.pipeline.report { $0.reportSecondStart() }
            return disabled
        }
        let (telemetry, isFirst) = $isStarting.withValue(true) {
            processWide.withLock { current -> (Telemetry, Bool) in
                if let current { return (current, false) }
                let environment = ProcessInfo.processInfo.environment
                let dotEnv = DotEnv.read()
                var (configuration, problems) = Configuration.load(
                    environment: environment, dotEnv: dotEnv,
                    contextVariables: contextVariables(of: catalog))
                configure(&configuration)
                let telemetry = Telemetry(
                    catalog: catalog, configuration: configuration, exporting: providers,
                    environment: dotEnv?.under(environment) ?? environment)
                telemetry.pipeline.report { $0.report(problems) }
                current = telemetry
                processWidePointer.store(
                    UInt(bitPattern: Unmanaged.passUnretained(telemetry).toOpaque()), ordering: .releasing)
                return (telemetry, true)
            }
        }
        if !isFirst { telemetry.pipeline.report { $0.reportSecondStart() } }
        return telemetry
    }

    /// The catalog's variables: from a variable's name to the name of its context property.
    private static func contextVariables<C: Catalog>(of catalog: C.Type) -> [String: String] {
        var names: [String: String] = [:]
        for property in C.context {
            if let variable = property.variable { names[variable] = property.name.description }
        }
        return names
    }

    /// The task's own telemetry if ``with(_:operation:)-(Telemetry,()->Result)`` set one, else the process-wide one, else one that
    /// takes nothing.
    public static var current: Telemetry { current(in: SignalContext.current) }

    static func current(in state: SignalContext.TaskState) -> Telemetry {
        if let telemetry = state.scope?.takeUnretainedValue().header.telemetry as? Telemetry {
            return telemetry
        }
        return processWideReference?.takeUnretainedValue() ?? disabled
    }

    /// What ``current(in:)`` gives, for callers that do not count references to it, because all threads would count on the same memory.
    /// Nil if that one takes nothing. Valid until the caller returns.
    @inline(__always)
    static func borrowedCurrent(in state: SignalContext.TaskState) -> Unmanaged<Telemetry>? {
        // Safety: the pointer is of a `TaskTelemetry`, and `Telemetry` is the only one (see the extension below).
        state.scope?._withUnsafeGuaranteedRef { $0.borrowedTelemetry }.map { Unmanaged.fromOpaque($0) }
            ?? processWideReference
    }

    /// The process-wide instance; never released once stored, so the reference is good.
    @inline(__always)
    private static var processWideReference: Unmanaged<Telemetry>? {
        UnsafeRawPointer(bitPattern: processWidePointer.load(ordering: .acquiring)).map {
            Unmanaged.fromOpaque($0)
        }
    }

    /// Runs `operation` with `telemetry` in the place of the process-wide one, for it and its child tasks.
    public static func with<Result>(
        _ telemetry: Telemetry, operation: () throws -> Result
    ) rethrows -> Result {
        try SignalContext.run(in: ContextScope.make(telemetry: telemetry), operation)
    }

    /// Runs `operation` with `telemetry` in the place of the process-wide one, for it and its child tasks.
    public nonisolated(nonsending) static func with<Result>(
        _ telemetry: Telemetry, operation: nonisolated(nonsending) () async throws -> Result
    ) async rethrows -> Result {
        try await SignalContext.run(in: ContextScope.make(telemetry: telemetry), operation)
    }
}

// The only type that adopts it; `borrowedCurrent(in:)` relies on that.
extension Telemetry: TaskTelemetry {
    var untypedReference: UnsafeRawPointer { UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque()) }
}

/// A catalog without anything.
private enum NoCatalog: Catalog {
    static var identity: CatalogIdentity { CatalogIdentity(name: "none", version: "0.0.0") }
    static var context: [ContextPropertyDefinition] { [] }
}
