import Foundation
import SignalHTTPServer
import Signalbook
import SignalbookOTLP
import SignalbookApplicationInsights

/// Runs a small session service, drives it over HTTP, and shows what telemetry made of it.
@main
struct Main {
    static func main() async {
        // A reader that went away, as `head` does, is no reason to die before the telemetry is shut down.
        signal(SIGPIPE, SIG_IGN)
        let options: Options
        switch Options.parse(Array(CommandLine.arguments.dropFirst())) {
        case .run(let parsed): options = parsed
        case .help:
            Terminal.print(Options.help)
            return
        case .misuse(let message):
            Terminal.complain("quickstart: \(message)\n\nTry: swift run quickstart --help")
            exit(64)
        }
        do {
            try await run(options)
        } catch let problem as Problem {
            Terminal.complain("quickstart: \(problem.message)")
            exit(problem.exitCode)
        } catch {
            Terminal.complain("quickstart: \(error)")
            exit(70)
        }
    }

    private static func run(_ options: Options) async throws {
        let log = try LogFile.prepare(options.output)
        let telemetry = Telemetry.start(
            SignalCatalog.self, exporting: [.otlpWhereConfigured, .applicationInsights]
        ) { configuration in
            configuration.developerLog.isEnabled = true
            configuration.developerLog.path = log.path
        }
        let service = SessionService()
        service.loadBundles()
        let tracking = RequestTracking(service: service, requests: telemetry.configuration.requests)
        let server = try listen(options.port) { await tracking.respond(to: $0) }
        let driver = Driver(port: server.port, requests: options.requests, seed: options.seed)
        let run = try await driver.run()

        if options.serves {
            await telemetry.flush()
            Summary(run: run, log: log, telemetry: telemetry).print()
            Terminal.print(Examples.text(port: server.port, log: log))
            await Interruption.wait()
            Terminal.print("\nShutting down.")
        }
        await server.stop()
        await service.expireSessions()
        let result = await telemetry.shutdown()
        if options.serves {
            Terminal.print(Account.text(result.statistics))
        } else {
            Summary(run: run, log: log, telemetry: telemetry).print()
            Terminal.print(NextSteps.text(log: log))
        }
    }

    private static func listen(_ port: Int, _ handler: @escaping LoopbackServer.Handler) throws
        -> LoopbackServer
    {
        do {
            return try LoopbackServer(port: port, handler: handler)
        } catch {
            guard error.code == .addressInUse else { throw error }
            throw Problem("port \(port) is taken; choose another with --port, or none for any that is free")
        }
    }
}
