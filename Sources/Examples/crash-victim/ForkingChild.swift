import Foundation
import Signalbook

/// What a program does that calls `fork` and goes on: Swift refuses to call it, C libraries do not.
enum ForkingChild {
    private typealias Fork = @convention(c) () -> pid_t

    /// Makes a child that tracks numbers which nobody may ever see, lets go of what it inherited, and leaves as programs do.
    static func run(_ telemetry: Telemetry, first: Int) {
        guard let symbol = dlsym(nil, "fork") else {
            return StandardStreams.say("no fork", to: STDERR_FILENO)
        }
        let fork = unsafeBitCast(symbol, to: Fork.self)
        // What Swift's runtime makes once is made here: a lock of its own that another thread holds at the fork is never free in the child.
        guard telemetry.statistics.tracked > 0, telemetry.isEnabled else {
            return StandardStreams.say("nothing tracked", to: STDERR_FILENO)
        }
        let child = fork()
        if child == 0 {
            for number in first..<(first + 100) {
                telemetry.track(NumberTracked(number: number, isTenth: false))
            }
            _exit(telemetry.statistics.tracked == 0 && !telemetry.isEnabled ? 0 : 1)
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        StandardStreams.say(status == 0 ? "forked" : "fork went wrong: \(status)")
    }
}
