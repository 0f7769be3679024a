import Foundation

/// The program `crash-victim`, running: it tracks numbers and says which, until it is killed.
///
/// Its methods block, so they are for threads of a test's own: see ``onThread(_:)``.
package final class CrashVictim {
    /// Everything it has said so far, line by line.
    package private(set) var lines: [String] = []
    private var rest: [UInt8] = []
    private let process: pid_t
    private let output: Int32
    private let input: Int32
    private var isGone = false
    private var isEnded = false

    /// Why the program could not be started.
    package struct StartFailure: Error, CustomStringConvertible {
        package let description: String
    }

    /// Starts it; what it has to say on standard error goes to `log`.
    package init(_ arguments: [String], log: String = "/dev/null") throws {
        let path = Repository.products.appending(path: "crash-victim").path(percentEncoded: false)
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw StartFailure(description: "\"\(path)\" was not built; run `swift build --build-tests`")
        }
        var (down, up) = ([Int32](repeating: 0, count: 2), [Int32](repeating: 0, count: 2))
        guard CrashVictim.makeSocketPair(&down) == 0, CrashVictim.makePipe(&up) == 0 else {
            throw StartFailure(description: "no socket or pipe for crash-victim: error \(errno)")
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, down[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, up[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let failure = posix_spawn(&process, path, &actions, nil, &words, environ)
        close(down[0])
        close(up[1])
        guard failure == 0 else {
            close(down[1])
            close(up[0])
            throw StartFailure(description: "\"\(path)\" does not start: error \(failure)")
        }
        (self.process, input, output) = (process, down[1], up[0])
    }

    deinit {
        kill()
        close(output)
        if !isEnded { close(input) }
    }

    /// The numbers that it has said are tracked.
    package var numbers: [Int] { lines.compactMap { Int($0) } }

    /// The number in the line that begins with this; nil if it has said no such line.
    package func number(after beginning: String) -> Int? {
        lines.last { $0.hasPrefix(beginning) }.flatMap { Int($0.dropFirst(beginning.count)) }
    }

    /// Gives it a line to read; nothing if it is gone.
    package func send(_ line: String) {
        #if canImport(Darwin)
            let flags: Int32 = 0
        #else
            let flags = Int32(truncatingIfNeeded: Int(MSG_NOSIGNAL))
        #endif
        _ = Array((line + "\n").utf8).withUnsafeBytes {
            Foundation.send(input, $0.baseAddress, $0.count, flags)
        }
    }

    /// Two ends of a connection by which one may write to a process that has ended, and get no signal for it; the second end is ours.
    ///
    /// No other child that a test may start meanwhile inherits them, because it would keep them open.
    private static func makeSocketPair(_ ends: inout [Int32]) -> Int32 {
        #if canImport(Darwin)
            let result = socketpair(AF_UNIX, SOCK_STREAM, 0, &ends)
            for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
            var on: Int32 = 1
            _ = setsockopt(ends[1], SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
            return result
        #elseif canImport(Glibc)
            return socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends)
        #else
            return socketpair(AF_UNIX, Int32(SOCK_STREAM) | Int32(SOCK_CLOEXEC), 0, &ends)
        #endif
    }

    private typealias Pipe2 = @convention(c) (UnsafeMutablePointer<Int32>, Int32) -> Int32
    /// `pipe2`, which Swift does not import; nil if there is none.
    private static let pipe2 = dlsym(nil, "pipe2").map { unsafeBitCast($0, to: Pipe2.self) }

    /// A pipe that no other child inherits.
    private static func makePipe(_ ends: inout [Int32]) -> Int32 {
        if let pipe2 { return pipe2(&ends, O_CLOEXEC) }
        let result = pipe(&ends)
        for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        return result
    }

    /// Reads until it has said so many lines, or has ended.
    @discardableResult
    package func read(lines count: Int) -> Bool {
        while lines.count < count { guard readSome() else { return false } }
        return true
    }

    /// Reads until it has said this, or has ended.
    @discardableResult
    package func read(until line: String) -> Bool {
        while !lines.contains(line) { guard readSome() else { return false } }
        return true
    }

    /// Reads until it has ended, without asking it to; its exit status.
    package func readToEnd() -> Int32 {
        guard !isGone else { return -1 }
        isGone = true
        return readLast()
    }

    /// Reads what there is next; false where it has ended, or says nothing for so long that it never will.
    private func readSome() -> Bool {
        var entry = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        var isReady = poll(&entry, 1, 600_000)
        while isReady < 0, errno == EINTR { isReady = poll(&entry, 1, 600_000) }
        guard isReady > 0 else {
            Foundation.kill(process, SIGKILL)
            return false
        }
        // Little at a time, so that a victim that still has much to say is blocked on its pipe, and not done.
        var buffer = [UInt8](repeating: 0, count: 4 << 10)
        var count = Foundation.read(output, &buffer, buffer.count)
        while count < 0, errno == EINTR { count = Foundation.read(output, &buffer, buffer.count) }
        guard count > 0 else { return false }
        rest += buffer[..<count]
        while let end = rest.firstIndex(of: 10) {
            lines.append(String(decoding: rest[..<end], as: UTF8.self))
            rest.removeSubrange(...end)
        }
        return true
    }

    /// Kills it and reads what it had said before.
    package func kill() {
        guard !isGone else { return }
        isGone = true
        Foundation.kill(process, SIGKILL)
        while readSome() {}
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// Lets it shut down, and reads all that it says; its exit status.
    package func end() -> Int32 {
        guard !isGone else { return -1 }
        (isGone, isEnded) = (true, true)
        close(input)
        return readLast()
    }

    private func readLast() -> Int32 {
        while readSome() {}
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
