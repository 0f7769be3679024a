import SignalWire
import Synchronization

/// Writes events into a file, one flat JSON object a line: `timestamp`, `event`, `severity`, `record_id`, `catalog`, then context and
/// properties under their own names.
///
/// The file is made with permissions 0600; its directory must exist, for a directory made by accident is hard to find. When
/// the next batch would take it past its maximum, it is renamed (`signals.jsonl` to `signals.1.jsonl`, `signals.1.jsonl` to
/// `signals.2.jsonl` and so on) and a new one begun, so that all files together take at most `(1 + keptFiles) * maximumFileSize` bytes.
///
/// A batch is one `write`. It is in the file as a whole or not at all: after a failure what was written is taken back, and the next batch
/// opens the file anew. A disk that is full or fails is tried again; a path that cannot be written to (no directory, no permission, a
/// symbolic link) is not, and its events are dropped and counted until somebody has changed that.
///
/// *Delivered* means that the operating system has it: it survives the process, however that ends, and every reader of the file sees
/// it. A machine that loses power may lose the last seconds of it: only ``flush()`` and ``shutdown()`` wait for the disk (`fsync`), for
/// that costs hundreds of times what the write does.
///
/// For development, tests and machines without a collector. Where lines are to be read by an OpenTelemetry collector, use OTLP.
public final class JSONLinesExporter: Exporter {
    private struct State: ~Copyable {
        var file: RotatingFile
        var writer = JSONWriter(capacity: 1 << 16)

        /// Appends what the writer holds to the file.
        mutating func append() throws(FileError) {
            try writer.buffer.withBytes { (lines) throws(FileError) in try file.append(lines) }
        }
    }

    /// How much memory is kept between batches.
    private static let keptCapacity = 1 << 20

    /// `json-lines`.
    public let name = "json-lines"
    /// The file, as it was given.
    public let path: String
    private let state: Locked<State>

    /// An exporter into the file at `path`. Nothing is opened before the first batch.
    ///
    /// - Parameters:
    ///   - path: The file; relative to the directory in which the process runs when it is opened. Symbolic links are not followed.
    ///   - maximumFileSize: The most bytes of one file, 10 MiB by default. A single longer line has a file of its own.
    ///   - keptFiles: How many files that were moved aside are kept, 3 by default.
    public convenience init(path: String, maximumFileSize: Int = 10 * 1_048_576, keptFiles: Int = 3) {
        self.init(path: path, maximumFileSize: maximumFileSize, keptFiles: keptFiles, write: systemWrite)
    }

    /// An exporter that writes with `write`.
    init(path: String, maximumFileSize: Int, keptFiles: Int, write: @escaping WriteCall) {
        self.path = path
        state = Locked(
            State(
                file: RotatingFile(
                    path: path, maximumSize: maximumFileSize, keptFiles: keptFiles, write: write)))
    }

    /// Appends the batch, one event a line. Blocks while the file system takes it.
    public func export(_ batch: RecordBatch) async -> ExportResult {
        state.withLock { state in
            state.writer.reset()
            var malformed = 0
            batch.forEachRecord { record in
                do { try state.writer.line(record.assumingMemoryBound(to: UInt8.self)) } catch {
                    malformed += 1
                }
            }
            defer {
                state.writer.reset()
                state.writer.buffer.trim(to: Self.keptCapacity)
            }
            do throws(FileError) {
                try state.append()
            } catch {
                return error.isLasting ? .failed(error.message) : .retry(error.message)
            }
            return batch.result(malformed: malformed)
        }
    }

    /// Waits until what was written is on the disk, as far as the system can tell.
    public func flush() async {
        state.withLock { $0.file.synchronize() }
    }

    /// Closes the file, once what was written is on the disk.
    public func shutdown() async {
        state.withLock {
            $0.file.synchronize()
            $0.file.close()
        }
    }
}
