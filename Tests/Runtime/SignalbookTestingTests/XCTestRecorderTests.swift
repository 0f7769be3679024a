import Signalbook
import SignalbookTesting
import XCTest

/// The same recorder under XCTest, where what is thrown fails the test.
final class XCTestRecorderTests: XCTestCase {
    func testARecorderServesXCTest() async throws {
        let recorder = SignalRecorder(SignalCatalog.self)
        await recorder.run {
            await Task.yield()
            Telemetry.track(.orderPlaced(orderID: "o1", total: 3))
        }
        XCTAssertEqual(recorder.events(OrderPlaced.self).map(\.total), [3])
        try recorder.verify(only: [OrderPlaced.self])
        XCTAssertThrowsError(try recorder.verify(only: []))
    }
}
