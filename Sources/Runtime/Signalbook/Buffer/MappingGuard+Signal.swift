#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// A handler that is told the signal alone.
private typealias PlainHandler = @convention(c) (Int32) -> Void
/// A handler with `SA_SIGINFO`.
private typealias InformedHandler =
    @convention(c) (Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) -> Void

// The handler of `SIGBUS`: what is installed, and how others get what is theirs.
//
// * It is installed once and never again: a handler that the host installs later comes first, and reaches this one only if it hands on
//   what it does not know. It is never taken away either, for that could undo what the host has done since.
// * It runs with the mask of the handler that was there before, which is handed what is none of ours with all three arguments, as if it
//   had been called by the system. Where there was none, the default is restored, and the fault repeats and ends the process where it
//   happened, so that a core dump shows the place.
// * It runs on the thread's alternate stack where the thread has one (`SA_ONSTACK`), for the same signal may say that the stack is full.
// * A program that `exec` starts does not have it. A child of `fork` does, and leaves the rings alone anyway.
extension MappingGuard {
    /// What was installed before.
    private struct Previous {
        /// What it was.
        enum Kind { case none, ignoring, plain, informed }

        var kind = Kind.none
        var plain: PlainHandler?
        var informed: InformedHandler?
        /// Whether it is to be called once and no more (`SA_RESETHAND`).
        var isForOnce = false

        init() {}

        init(_ action: sigaction) {
            isForOnce = action.sa_flags & resetFlag != 0
            let address = unsafeBitCast(action.plain, to: UInt.self)
            if address == 0 {
                kind = .none
            } else if address == 1 {
                // `SIG_IGN`, on all systems.
                kind = .ignoring
            } else if action.sa_flags & SA_SIGINFO != 0 {
                (kind, informed) = (.informed, action.informed)
            } else {
                (kind, plain) = (.plain, action.plain)
            }
        }
    }

    /// Safety: `nonisolated(unsafe)`, because the pointer never changes and its memory is never freed. What it points to is written only
    /// before the handler can run, and when the handler is installed.
    private nonisolated(unsafe) static let previous: UnsafeMutablePointer<Previous> = {
        let previous = UnsafeMutablePointer<Previous>.allocate(capacity: 1)
        previous.initialize(to: Previous())
        return previous
    }()

    /// Installs the handler before the one that is there.
    static func installHandler() {
        var old = sigaction()
        guard sigaction(SIGBUS, nil, &old) == 0 else { return }
        previous.pointee = Previous(old)
        var new = sigaction()
        new.informed = { MappingGuard.handle($0, $1, $2) }
        // The system sees to the mask, so that nothing has to be done about it when the signal is handed on.
        new.sa_mask = old.sa_mask
        let kept: Int32 = SA_NODEFER | SA_RESTART
        new.sa_flags = SA_SIGINFO | SA_ONSTACK | (old.sa_flags & kept)
        sigaction(SIGBUS, &new, nil)
    }

    private static func handle(
        _ signal: Int32, _ info: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?
    ) {
        let code = info?.pointee.si_code ?? 0
        // `BUS_ADRERR` and `BUS_OBJERR`, on all systems. No other comes of a file that is too short.
        if let info, code == 2 || code == 3 {
            let number = errno
            let isOurs = replacePages(at: faultAddress(info))
            errno = number
            if isOurs { return }
        }
        switch previous.pointee.kind {
        case .informed:
            if previous.pointee.isForOnce { restoreDefault() }
            previous.pointee.informed?(signal, info, context)
        case .plain:
            if previous.pointee.isForOnce { restoreDefault() }
            previous.pointee.plain?(signal)
        case .ignoring where code <= 0:
            // Somebody sent it. A fault cannot be ignored.
            break
        case .none, .ignoring:
            restoreDefault()
            // What was sent does not come again by itself; it waits until this handler returns.
            if code <= 0 { raise(signal) }
        }
    }

    private static func restoreDefault() {
        var action = sigaction()
        sigaction(SIGBUS, &action, nil)
    }

    /// Where the fault happened.
    private static func faultAddress(_ info: UnsafeMutablePointer<siginfo_t>) -> UInt {
        #if canImport(Darwin)
            return UInt(bitPattern: info.pointee.si_addr)
        #else
            // The first word behind three `int`s, as the kernel lays it out; each C library has another name for it.
            let offset = max(MemoryLayout<UInt>.alignment * 2, 12)
            return UnsafeRawPointer(info).load(fromByteOffset: offset, as: UInt.self)
        #endif
    }
}

/// `SA_RESETHAND`, which is a negative number to some and too large a one to others.
private let resetFlag: Int32 = Int32(truncatingIfNeeded: SA_RESETHAND)

extension sigaction {
    /// The handler, as one that is told the signal alone.
    fileprivate var plain: PlainHandler? {
        #if canImport(Darwin)
            return __sigaction_u.__sa_handler
        #elseif canImport(Glibc)
            return __sigaction_handler.sa_handler
        #elseif canImport(Musl)
            return __sa_handler.sa_handler
        #else
            return sa_handler
        #endif
    }

    /// The handler, as one with `SA_SIGINFO`.
    fileprivate var informed: InformedHandler? {
        get {
            #if canImport(Darwin)
                return __sigaction_u.__sa_sigaction
            #elseif canImport(Glibc)
                return __sigaction_handler.sa_sigaction
            #elseif canImport(Musl)
                return __sa_handler.sa_sigaction
            #else
                return sa_sigaction
            #endif
        }
        set {
            #if canImport(Darwin)
                __sigaction_u.__sa_sigaction = newValue
            #elseif canImport(Glibc)
                __sigaction_handler.sa_sigaction = newValue
            #elseif canImport(Musl)
                __sa_handler.sa_sigaction = newValue
            #else
                sa_sigaction = newValue
            #endif
        }
    }
}
