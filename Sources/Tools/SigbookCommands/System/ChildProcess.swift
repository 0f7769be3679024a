#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif
import Dispatch

/// Another program that is run to its end with a given input, and its output. Neither a shell nor Foundation is used: loading
/// Foundation takes longer than most of the programs that are run.
struct ChildProcess {
    /// Its exit status; -1 when a signal ended it.
    var status: Int32
    /// What it wrote to its standard output and its standard error.
    var output: [UInt8]
    var error: [UInt8]

    /// Why a program could not be run.
    struct Failure: Error {
        /// The system's words.
        var reason: String
        /// Whether there is no such program.
        var isMissing: Bool
    }

    /// The most bytes of output that are kept; a program that writes more is stopped.
    private static let outputLimit = 256 << 20

    /// Runs a program that is found by the search path. It inherits the environment, but no open descriptor.
    ///
    /// A thread of its own waits for the program, because the threads that asynchronous functions share are few.
    static func run(_ arguments: [String], input: [UInt8] = []) async throws(Failure) -> ChildProcess {
        let result: Result<ChildProcess, Failure> = await withCheckedContinuation { continuation in
            DispatchQueue(label: "signalbook.child-process").async {
                continuation.resume(
                    returning: Result { () throws(Failure) in try runBlocking(arguments, input: input) })
            }
        }
        return try result.get()
    }

    private static func runBlocking(_ arguments: [String], input: [UInt8]) throws(Failure) -> ChildProcess {
        var pipes: [Int32] = []
        func closeAll() { for descriptor in pipes where descriptor >= 0 { close(descriptor) } }
        for number in 0..<3 {
            var ends: [Int32] = [-1, -1]
            // The input goes through a socket: see `give(_:to:)`.
            guard (number == 0 ? socketPair(&ends) : pipe(&ends)) == 0 else {
                let code = errno
                closeAll()
                throw failure(code)
            }
            pipes += ends
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        }
        let process: pid_t
        do throws(Failure) {
            process = try spawn(arguments, input: pipes[0], output: pipes[3], error: pipes[5])
        } catch {
            closeAll()
            throw error
        }
        for index in [0, 3, 5] {
            close(pipes[index])
            pipes[index] = -1
        }
        let (output, error) = exchange(input, to: &pipes[1], from: pipes[2], pipes[4], process)
        closeAll()
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return ChildProcess(
            status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, output: output, error: error)
    }

    private static func failure(_ code: Int32) -> Failure {
        Failure(reason: String(cString: strerror(code)), isMissing: code == ENOENT)
    }

    private static func spawn(
        _ arguments: [String], input: Int32, output: Int32, error: Int32
    ) throws(Failure) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (from, to) in [(input, Int32(0)), (output, 1), (error, 2)] {
            posix_spawn_file_actions_adddup2(&actions, from, to)
        }
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var process = pid_t()
        guard let program = pointers[0] else { throw failure(ENOMEM) }
        let code = posix_spawnp(&process, program, &actions, nil, &pointers, environ)
        if code != 0 { throw failure(code) }
        return process
    }

    /// Writes the input and reads both outputs, whichever is ready, so that neither side waits for the other.
    private static func exchange(
        _ input: [UInt8], to sink: inout Int32, from output: Int32, _ error: Int32, _ process: pid_t
    ) -> (output: [UInt8], error: [UInt8]) {
        _ = fcntl(sink, F_SETFL, O_NONBLOCK)
        var texts: [[UInt8]] = [[], []]
        var isOpen = [true, true]
        var written = 0
        while isOpen[0] || isOpen[1] {
            if sink >= 0, written == input.count {
                close(sink)
                sink = -1
            }
            var polled = [
                pollfd(fd: sink, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: isOpen[0] ? output : -1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: isOpen[1] ? error : -1, events: Int16(POLLIN), revents: 0),
            ]
            if poll(&polled, nfds_t(polled.count), -1) < 0, errno != EINTR { break }
            if polled[0].revents != 0 {
                let count = give(input[written...], to: sink)
                if count > 0 {
                    written += count
                } else if errno != EAGAIN, errno != EINTR {
                    written = input.count
                }
            }
            for stream in 0..<2 where polled[stream + 1].revents != 0 {
                isOpen[stream] = readSome(from: stream == 0 ? output : error, into: &texts[stream])
                if texts[stream].count > outputLimit {
                    kill(process, SIGKILL)
                    isOpen[stream] = false
                }
            }
        }
        return (texts[0], texts[1])
    }

    private static func socketPair(_ ends: inout [Int32]) -> Int32 {
        #if canImport(Darwin)
            let result = socketpair(AF_UNIX, SOCK_STREAM, 0, &ends)
            var on: Int32 = 1
            _ = setsockopt(ends[1], SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
            return result
        #elseif canImport(Glibc)
            return socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends)
        #else
            return socketpair(AF_UNIX, Int32(SOCK_STREAM), 0, &ends)
        #endif
    }

    /// Writes as much of the input as the program takes now; less than nothing when it takes none.
    ///
    /// A program that reads no more must not end this one. A pipe would have this process ignore `SIGPIPE` meanwhile, which concerns
    /// every thread of it; a socket can be told.
    private static func give(_ input: ArraySlice<UInt8>, to sink: Int32) -> Int {
        #if canImport(Darwin)
            let flags: Int32 = 0
        #else
            let flags = Int32(truncatingIfNeeded: Int(MSG_NOSIGNAL))
        #endif
        return input.withUnsafeBytes { send(sink, $0.baseAddress, $0.count, flags) }
    }

    /// Reads what is there; false at the end.
    private static func readSome(from descriptor: Int32, into text: inout [UInt8]) -> Bool {
        var count = 0
        let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
            repeat { count = read(descriptor, buffer.baseAddress, 1 << 16) } while count < 0 && errno == EINTR
            initialized = max(count, 0)
        }
        text += part
        return count > 0
    }
}
