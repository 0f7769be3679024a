import DocumentTools
import Recordings
import SignalVocabulary

/// Writes the records of lines that a filter lets through.
struct RecordPrinter: ~Copyable {
    private var reader = RecordReader()
    private var formatter: RecordFormatter
    private let filter: RecordFilter
    private let isJSON: Bool
    private let environment: CommandEnvironment

    init(filter: RecordFilter, isJSON: Bool, context: Set<String>, environment: CommandEnvironment) {
        self.filter = filter
        self.isJSON = isJSON
        self.environment = environment
        let style = environment.style
        formatter = RecordFormatter(context: context, width: environment.isTerminal ? environment.width : nil)
        {
            Self.paint($0, $1, style)
        }
    }

    /// Writes the records of a line; a line that holds none is shown as it is, unless records are chosen.
    mutating func print(_ line: ByteSpan) {
        do throws(LineProblem) {
            guard case .records = try reader.begin(line) else { return }
            do throws(RecordProblem) {
                while try reader.next() { print(reader.event) }
            } catch {
                throw .record(error)
            }
        } catch {
            guard filter.isEmpty, !isJSON else { return }
            environment.write(formatter.line(unreadable: String(decoding: line.prefix(4096), as: UTF8.self)))
        }
    }

    private mutating func print(_ record: RecordedEvent) {
        guard filter.accepts(record) else { return }
        environment.write(isJSON ? VisibleText.json(record.json) + "\n" : formatter.line(record))
    }

    private static func paint(_ text: String, _ part: RecordFormatter.Part, _ style: TextStyle) -> String {
        switch part {
        case .time, .key, .context: style.dim(text)
        case .name: style.bold(text)
        case .value: text
        case .problem: style.red(text)
        case .severity(let level):
            switch level {
            case .error?, .fatal?: style.red(text)
            case .warning?: style.yellow(text)
            case .info?: style.green(text)
            default: style.dim(text)
            }
        }
    }
}
