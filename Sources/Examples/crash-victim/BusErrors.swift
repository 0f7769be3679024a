import Foundation

/// What a host has to do with `SIGBUS` besides Signalbook: a handler of its own, and files of its own that somebody truncates.
enum BusErrors {
    /// Safety: written before the handlers can run, but by the handler that is not to return to the fault.
    private nonisolated(unsafe) static var page: UnsafeMutableRawPointer?
    private nonisolated(unsafe) static var previous = sigaction()

    private static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))

    /// Installs what the option `--bus` says, before there is a telemetry; false: there is no such thing.
    static func install(_ kind: String) -> Bool {
        var action = sigaction()
        sigemptyset(&action.sa_mask)
        sigaddset(&action.sa_mask, SIGUSR1)
        switch kind {
        case "": return true
        case "none", "later": setPlain(&action, SIG_DFL)
        case "ignored": setPlain(&action, SIG_IGN)
        case "plain": setPlain(&action) { BusErrors.answer("plain \($0 == SIGBUS)") }
        case "informed", "once":
            action.sa_flags = SA_SIGINFO
            if kind == "once" { action.sa_flags |= Int32(truncatingIfNeeded: SA_RESETHAND) }
            setInformed(&action) { signal, info, context in
                var mask = sigset_t()
                pthread_sigmask(SIG_BLOCK, nil, &mask)
                let isMasked = sigismember(&mask, SIGUSR1) == 1 && sigismember(&mask, SIGBUS) == 1
                let isWhole = signal == SIGBUS && info != nil && context != nil
                BusErrors.answer("informed \(isWhole && isMasked)")
            }
        default: return false
        }
        return sigaction(SIGBUS, &action, nil) == 0
    }

    /// Installs what comes after the telemetry: for `later` a handler that hands on everything to the one it found.
    static func installLate(_ kind: String) {
        guard kind == "later" else { return }
        var action = sigaction()
        action.sa_flags = SA_SIGINFO
        setInformed(&action) { signal, info, context in
            StandardStreams.say("later")
            #if canImport(Darwin)
                BusErrors.previous.__sigaction_u.__sa_sigaction(signal, info, context)
            #else
                BusErrors.previous.__sigaction_handler.sa_sigaction(signal, info, context)
            #endif
        }
        sigaction(SIGBUS, &action, &previous)
    }

    /// Sends the signal, or causes it by an access to a file of the host's own.
    static func bringAbout(_ step: String) {
        if step == "send" {
            raise(SIGBUS)
            StandardStreams.say("survived")
        } else {
            fault()
        }
    }

    private static func fault() {
        guard let file = tmpfile() else { return StandardStreams.say("no file", to: STDERR_FILENO) }
        ftruncate(fileno(file), off_t(pageSize))
        let base = mmap(nil, pageSize, PROT_READ | PROT_WRITE, MAP_SHARED, fileno(file), 0)
        guard let base, base != MAP_FAILED else { return StandardStreams.say("no page", to: STDERR_FILENO) }
        page = base
        ftruncate(fileno(file), 0)
        base.storeBytes(of: 1, as: UInt8.self)
        StandardStreams.say("survived")
    }

    /// Says that the handler was called, and lets the access succeed.
    private static func answer(_ line: String) {
        if let page {
            mmap(page, pageSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON | MAP_FIXED, -1, 0)
        }
        StandardStreams.say(line)
    }

    private static func setPlain(_ action: inout sigaction, _ handler: (@convention(c) (Int32) -> Void)?) {
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = handler
        #else
            action.__sigaction_handler.sa_handler = handler
        #endif
    }

    private static func setInformed(
        _ action: inout sigaction,
        _ handler:
            @escaping @convention(c) (
                Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?
            ) -> Void
    ) {
        #if canImport(Darwin)
            action.__sigaction_u.__sa_sigaction = handler
        #else
            action.__sigaction_handler.sa_sigaction = handler
        #endif
    }
}
