import Foundation
import Testing

/// The build systems of SwiftPM.
enum BuildSystem: String, CaseIterable, CustomTestStringConvertible {
    case native, swiftbuild

    var testDescription: String { rawValue }

    /// Those to test: the second one as well if `SIGNALBOOK_TEST_SWIFTBUILD` is set, as CI does, for it doubles the time.
    static var tested: [BuildSystem] {
        ProcessInfo.processInfo.environment["SIGNALBOOK_TEST_SWIFTBUILD"] == nil ? [.native] : allCases
    }
}
