#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif
import SigbookCommands

let status = await Sigbook.run(Array(CommandLine.arguments.dropFirst()), in: .ofProcess())
exit(status.rawValue)
