import CZlib
package import Foundation

/// Compresses one body after the other into gzip (RFC 1952), with zlib's state kept between them: a quarter of a megabyte that is not
/// allocated anew for each.
///
/// Safety: `stream` is allocated by this value alone, which cannot be copied, and does not move, as zlib demands; it is ended and freed with it.
package struct GzipCompressor: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>

    /// Window of 32 KiB, with gzip's head and tail around the data.
    private static let windowBits: Int32 = 15 + 16
    /// zlib's default: 128 KiB for hash table and pending data.
    private static let memoryLevel: Int32 = 8

    /// A compressor; nil if zlib finds no memory.
    ///
    /// - Parameter level: from 1, fast, to 9, small.
    package init?(level: Int = 1) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let status = deflateInit2_(
            stream, Int32(min(max(level, 1), 9)), Z_DEFLATED, Self.windowBits, Self.memoryLevel,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// The parts, one after the other, as one gzip stream; nil if there is no memory for it.
    package mutating func compress(_ parts: UnsafeRawBufferPointer...) -> Data? {
        guard deflateReset(stream) == Z_OK else { return nil }
        guard var output = OutputBuffer(capacity: max(parts.reduce(0) { $0 + $1.count } / 4, 4096)) else {
            return nil
        }
        for part in parts where !part.isEmpty {
            guard let base = part.baseAddress, part.count <= Int(UInt32.max) else { return nil }
            // zlib does not write through this pointer.
            stream.pointee.next_in = UnsafeMutablePointer(mutating: base.assumingMemoryBound(to: UInt8.self))
            stream.pointee.avail_in = UInt32(part.count)
            guard run(Z_NO_FLUSH, into: &output) else { return nil }
        }
        guard run(Z_FINISH, into: &output) else { return nil }
        return output.take()
    }

    /// Deflates until the input is used up or, at the end, everything is out.
    private mutating func run(_ flush: Int32, into output: inout OutputBuffer) -> Bool {
        while true {
            guard let room = output.room() else { return false }
            stream.pointee.next_out = room.baseAddress
            stream.pointee.avail_out = UInt32(room.count)
            let status = deflate(stream, flush)
            output.count += room.count - Int(stream.pointee.avail_out)
            if flush == Z_FINISH {
                if status == Z_STREAM_END { return true }
                guard status == Z_OK || status == Z_BUF_ERROR, stream.pointee.avail_out == 0 else {
                    return false
                }
            } else {
                guard status == Z_OK else { return false }
                if stream.pointee.avail_in == 0, stream.pointee.avail_out > 0 { return true }
            }
        }
    }
}

/// Bytes from `malloc` that grow and are handed on without a copy.
///
/// Safety: `base` is allocated by this value alone, which cannot be copied, and freed with it unless ``take()`` handed it on.
private struct OutputBuffer: ~Copyable {
    /// How many bytes are written.
    var count = 0
    private var base: UnsafeMutablePointer<UInt8>?
    private var capacity: Int

    init?(capacity: Int) {
        guard let memory = malloc(capacity) else { return nil }
        base = memory.assumingMemoryBound(to: UInt8.self)
        self.capacity = capacity
    }

    deinit { free(base) }

    /// Where more goes: at least a byte; nil if there is no memory.
    mutating func room() -> UnsafeMutableBufferPointer<UInt8>? {
        if capacity == count {
            guard let memory = realloc(base, capacity * 2) else { return nil }
            base = memory.assumingMemoryBound(to: UInt8.self)
            capacity *= 2
        }
        guard let base else { return nil }
        return UnsafeMutableBufferPointer(start: base + count, count: min(capacity - count, Int(UInt32.max)))
    }

    /// What is written; the buffer is empty afterwards.
    mutating func take() -> Data? {
        guard let base else { return nil }
        self.base = nil
        return Data(bytesNoCopy: base, count: count, deallocator: .free)
    }
}
