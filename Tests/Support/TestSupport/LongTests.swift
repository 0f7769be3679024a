import Foundation

/// How much the heavy tests do: little by default, much with `SIGNALBOOK_LONG_TESTS=1` in the environment.
package enum LongTests {
    /// Whether they do much.
    package static let isOn = ProcessInfo.processInfo.environment["SIGNALBOOK_LONG_TESTS"] == "1"

    /// A number of rounds, records or seeds: `short` by default, `long` in the long form.
    package static func count(_ short: Int, long: Int) -> Int { isOn ? long : short }
}
