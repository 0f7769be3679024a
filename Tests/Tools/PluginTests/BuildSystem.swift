import Foundation
import Testing

/// The build systems of SwiftPM.
enum BuildSystem: String, CaseIterable, CustomTestStringConvertible {
    case native, swiftbuild

    var testDescription: String { rawValue }

    /// Whether this run is to try everything, as CI is: the second build system, and a build of the tools from their sources.
    static let triesAll = ProcessInfo.processInfo.environment["SIGNALBOOK_TEST_ALL_BUILDS"] != nil

    /// Those to test by default: the first; all of them where everything is tried.
    static var tested: [BuildSystem] { triesAll ? allCases : [.native] }
}
