#if canImport(Testing)
    public import Signalbook
    public import Testing

    /// Gives each test, and each case of a parameterized test, a ``SignalRecorder`` of its own.
    ///
    /// ```swift
    /// @Test(.recordsSignals(of: SignalCatalog.self, only: [SessionCreated.self]))
    /// func `creating a session tracks it`() async throws {
    ///     try await service.createSession(bundle: "b1")
    ///     #expect(SignalRecorder.current?.events(SessionCreated.self).count == 1)
    /// }
    /// ```
    ///
    /// After the test the recording is verified, and what is wrong with it becomes an issue of the test.
    public struct SignalRecordingTrait<C: Catalog>: TestTrait, SuiteTrait, TestScoping {
        let required: [any Event.Type]
        let declared: [any Event.Type]?
        let allowsNone: Bool

        /// Each test of a suite gets a recorder, not the suite as a whole.
        public var isRecursive: Bool { true }

        /// Runs one test with a recorder in the place of the process-wide telemetry.
        public func provideScope(
            for test: Test, testCase: Test.Case?,
            performing function: @concurrent @Sendable () async throws -> Void
        ) async throws {
            guard testCase != nil else { return try await function() }
            let recorder = SignalRecorder(C.self)
            try await SignalRecorder.$current.withValue(recorder) {
                try await recorder.run { try await function() }
            }
            do {
                try recorder.verify(requiring: required, only: declared, allowsNone: allowsNone)
            } catch {
                Issue.record("\(error)", sourceLocation: test.sourceLocation)
            }
        }
    }

    extension Trait {
        /// Records the signals of each test; see ``SignalRecordingTrait``.
        ///
        /// - Parameters:
        ///   - catalog: the generated `SignalCatalog`.
        ///   - required: types of which at least one event must come.
        ///   - declared: the only types that may come, beside the required ones; nil: any.
        ///   - allowsNone: true: recording nothing is all right.
        public static func recordsSignals<C: Catalog>(
            of catalog: C.Type, requiring required: [any Event.Type] = [],
            only declared: [any Event.Type]? = nil,
            allowsNone: Bool = false
        ) -> Self where Self == SignalRecordingTrait<C> {
            SignalRecordingTrait(required: required, declared: declared, allowsNone: allowsNone)
        }
    }

    extension SignalRecorder {
        /// The recorder of the running test, with the trait ``SignalRecordingTrait``.
        @TaskLocal public static var current: SignalRecorder?
    }
#endif
