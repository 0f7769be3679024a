/// Reads recordings and judges them.
package struct Verification: ~Copyable {
    /// The catalog by which records are judged that name no other.
    private let catalog: JudgedCatalog
    private let maximumLineLength: Int
    private var judge: Judge
    private var reader = RecordReader()
    private var files: [String] = []
    private var byteCount = 0
    private var lineCount = 0
    private var otherSignalLines = 0

    /// A verification by the given catalog.
    ///
    /// - Parameters:
    ///   - catalog: The current catalog.
    ///   - others: Further versions and other catalogs, for the records that name them.
    ///   - maximumLineLength: What is longer is not read.
    package init(_ catalog: JudgedCatalog, others: [JudgedCatalog] = [], maximumLineLength: Int = 16 << 20) {
        self.catalog = catalog
        self.maximumLineLength = maximumLineLength
        judge = Judge(catalog, others: others)
    }

    /// What happened in the pass over one record.
    package struct Visit {
        /// The record; valid for the time of the call.
        package var record: RecordedEvent
        /// The number of its event in the current catalog; nil if it is none of it.
        package var event: Int?
        /// Whether something was found in it.
        package var isFlawed: Bool
    }

    /// Reads a recording to its end.
    ///
    /// - Parameters:
    ///   - source: Its bytes.
    ///   - name: What findings call it.
    ///   - progress: Called now and then with the number of bytes read of this recording.
    ///   - visit: Called for each record that is an event and was judged.
    package mutating func read<Source: ByteSource>(
        _ source: Source, named name: String, progress: (Int) -> Void = { _ in },
        visit: (Visit) -> Void = { _ in }
    ) throws(RecordingError) {
        let file = files.count
        files.append(name)
        var lines = LineReader(source, maximumLineLength: maximumLineLength)
        var reported = 0
        defer { byteCount += lines.byteCount }
        while let line = try lines.next() {
            lineCount += 1
            if lines.byteCount - reported >= 16 << 20 {
                reported = lines.byteCount
                progress(reported)
            }
            guard !line.isTooLong else {
                judge.addTooLongLine(file: file, line: line.number)
                continue
            }
            do throws(LineProblem) {
                switch try reader.begin(line.bytes) {
                case .blank: continue
                case .otherSignal: otherSignalLines += 1
                case .records: try judgeLine(file, line.number, visit)
                }
            } catch {
                judge.add(error, file: file, line: line.number)
            }
        }
        progress(lines.byteCount)
    }

    @inline(__always)
    private mutating func judgeLine(
        _ file: Int, _ line: Int, _ visit: (Visit) -> Void
    ) throws(LineProblem) {
        do throws(RecordProblem) {
            while try reader.next() {
                let record = reader.event
                judge.judge(record, file: file, line: line)
                guard record.name.kind == .string, judge.isJudged else { continue }
                visit(Visit(record: record, event: judge.lastEvent, isFlawed: judge.lastIsFlawed))
            }
        } catch {
            throw .record(error)
        }
    }

    /// What was found.
    package func result() -> VerificationResult {
        VerificationResult(
            files: files, byteCount: byteCount, lineCount: lineCount, otherSignalLines: otherSignalLines,
            counts: judge.counts, coverage: judge.coverage, findings: judge.log.groups,
            findingSubjects: judge.log.groups.map { judge.subject(of: $0.key) }, catalog: catalog.identity)
    }
}
