#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif
import SwiftEmitter

switch Arguments.parse(Array(CommandLine.arguments.dropFirst())) {
case .run(let arguments):
    Generation(arguments: arguments).run { exit($0) }
case .help:
    Report.result(Arguments.help)
case .version:
    Report.result("generate-signals \(SwiftEmitter.version)\n")
case .misuse(let mistake):
    Report.talk("error: \(mistake)")
    Report.talk("See generate-signals --help.")
    exit(64)
}
