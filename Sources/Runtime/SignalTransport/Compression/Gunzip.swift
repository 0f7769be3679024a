import CZlib

/// What gzip-compressed bytes hold; nil if they are no gzip, end early, have more behind them, or hold more than `maximumSize` bytes.
///
/// Answers need it not: the URL loading system decompresses them.
package func gunzip(_ bytes: [UInt8], maximumSize: Int) -> [UInt8]? {
    var stream = z_stream()
    guard bytes.count <= Int(UInt32.max),
        inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var input = bytes
    var output: [UInt8] = []
    return input.withUnsafeMutableBufferPointer { input -> [UInt8]? in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let (status, written) = chunk.withUnsafeMutableBufferPointer { chunk in
                stream.next_out = chunk.baseAddress
                stream.avail_out = UInt32(chunk.count)
                let status = inflate(&stream, Z_NO_FLUSH)
                return (status, chunk.count - Int(stream.avail_out))
            }
            guard status == Z_OK || status == Z_STREAM_END, written <= maximumSize - output.count else {
                return nil
            }
            output += chunk[..<written]
            if status == Z_STREAM_END { return stream.avail_in == 0 ? output : nil }
            guard stream.avail_in > 0 || written > 0 else { return nil }
        }
    }
}
