import Foundation
import Synchronization

/// The smallest collector there can be: answers every request 200, and counts its bytes. One thread, one connection at a time.
///
/// Safety: `@unchecked Sendable`, for the descriptor does not change, and everything else is atomic.
final class HTTPSink: @unchecked Sendable {
    /// Where it listens.
    let port: Int

    private let listener: Int32
    private let counts = Mutex((requests: 0, bytes: 0, processor: 0.0))

    /// A sink on a port that the system chooses; nil if there is no socket.
    init?() {
        #if os(Linux)
            listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            listener = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, size) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, pointer, &size) == 0
            }
        }
        port = Int(in_port_t(bigEndian: address.sin_port))
        guard listener >= 0, status else { return nil }
        Thread.detachNewThread { [self] in serve() }
    }

    /// How many requests came.
    var requestCount: Int { counts.withLock { $0.requests } }
    /// How many bytes their bodies had.
    var byteCount: Int { counts.withLock { $0.bytes } }
    /// How much processor time reading them took, in seconds.
    var processorTime: Double { counts.withLock { $0.processor } }

    /// Accepts nothing more.
    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve() {
        while case let connection = accept(listener, nil, nil), connection >= 0 {
            answerAll(on: connection)
            close(connection)
        }
        close(listener)
    }

    /// Reads requests until the connection ends.
    private func answerAll(on connection: Int32) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { memory.deallocate() }
        let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8)
        var head: [UInt8] = []
        while true {
            head.removeAll(keepingCapacity: true)
            var bodyLength: Int?
            var bodyRead = 0
            while bodyLength == nil || bodyRead < bodyLength ?? 0 {
                let count = read(connection, memory.baseAddress, memory.count)
                guard count > 0 else { return }
                guard bodyLength == nil else {
                    bodyRead += count
                    continue
                }
                head += memory[..<count]
                guard let end = Self.endOfHead(head) else { continue }
                bodyLength = Self.contentLength(head[..<end])
                bodyRead = head.count - end
            }
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            counts.withLock { counts in
                counts.requests += 1
                counts.bytes += bodyRead
                counts.processor = Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
            }
            guard write(connection, answer, answer.count) == answer.count else { return }
        }
    }

    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (4...min(bytes.count, 4096)).first { bytes[($0 - 4)..<$0].elementsEqual([13, 10, 13, 10]) }
    }

    private static func contentLength(_ head: ArraySlice<UInt8>) -> Int {
        let text = String(decoding: head, as: UTF8.self).lowercased()
        guard let range = text.range(of: "content-length:") else { return 0 }
        return Int(text[range.upperBound...].prefix { !$0.isNewline }.trimmingCharacters(in: .whitespaces))
            ?? 0
    }
}
