import Signalbook
import SignalbookTesting
import Testing

@Suite struct SignalRecorderTests {
    @Test func `a recorder gives back typed events with the values the code gave`() async throws {
        let recorder = SignalRecorder(SignalCatalog.self)
        await recorder.run {
            Telemetry.track(.orderPlaced(orderID: "o1", total: 3))
            await Task { Telemetry.track(.orderPlaced(orderID: "o2", total: 4)) }.value
            Telemetry.track(.orderCancelled())
        }
        #expect(recorder.events(OrderPlaced.self).map(\.orderID) == ["o1", "o2"])
        #expect(recorder.names == ["order_placed", "order_placed", "order_cancelled"])
        try recorder.verify(requiring: [OrderPlaced.self], only: [OrderCancelled.self])
    }

    @Test func `what an exporter gets is there too, sanitized and with its context`() async throws {
        let recorder = SignalRecorder(SignalCatalog.self)
        recorder.run {
            SignalContext.with(userID: "ada") { Telemetry.track(.orderPlaced(orderID: "o1", total: 3)) }
        }
        let signal = try #require(await recorder.signals().first)
        #expect(signal.name == "order_placed")
        #expect(signal["user_id"]?.stringValue?.hasPrefix("test:") == true)
    }

    @Test func `recorders that run side by side do not see each other's events`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<50 {
                group.addTask {
                    let recorder = SignalRecorder(SignalCatalog.self)
                    await recorder.run {
                        await Task.yield()
                        Telemetry.track(.orderPlaced(orderID: "o\(number)", total: number))
                        await Task.yield()
                    }
                    #expect(recorder.events(OrderPlaced.self).map(\.total) == [number])
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `recording nothing fails, unless that is all right`() throws {
        let recorder = SignalRecorder(SignalCatalog.self)
        let error = #expect(throws: RecordingFailure.self) { try recorder.verify() }
        #expect(error?.description == "no event was recorded")
        try recorder.verify(allowsNone: true)
    }

    @Test func `events that are not declared and events that did not come are named`() throws {
        let recorder = SignalRecorder(SignalCatalog.self)
        recorder.run { Telemetry.track(.orderCancelled()) }
        let error = #expect(throws: RecordingFailure.self) {
            try recorder.verify(requiring: [OrderPlaced.self], only: [])
        }
        #expect(
            error?.problems == [
                "no 'order_placed' was recorded", "'order_cancelled' was recorded once and is not declared",
            ])
    }

    @Test func `an event that breaks its catalog fails the recording and says how`() throws {
        let recorder = SignalRecorder(SignalCatalog.self)
        recorder.run {
            Telemetry.track(.orderCancelled())
            Telemetry.track(.orderPlaced(orderID: "o1", total: -1))
        }
        let error = #expect(throws: RecordingFailure.self) { try recorder.verify() }
        #expect(error?.description.contains("total: minimum") == true)
        #expect(recorder.events(OrderPlaced.self).isEmpty)
    }

    @Test(.recordsSignals(of: SignalCatalog.self, only: [OrderPlaced.self]), arguments: [1, 2, 3])
    func `the trait gives each case a recorder of its own`(total: Int) throws {
        Telemetry.track(.orderPlaced(orderID: "o", total: total))
        let recorder = try #require(SignalRecorder.current)
        #expect(recorder.events(OrderPlaced.self).map(\.total) == [total])
    }

    @Test func `the trait makes an issue of a test that records nothing`() async throws {
        let trait = SignalRecordingTrait<SignalCatalog>.recordsSignals(of: SignalCatalog.self)
        let test = try #require(Test.current)
        try await withKnownIssue {
            try await trait.provideScope(for: test, testCase: Test.Case.current) {}
        } matching: { issue in
            issue.comments.contains { $0.rawValue == "no event was recorded" }
        }
    }
}
