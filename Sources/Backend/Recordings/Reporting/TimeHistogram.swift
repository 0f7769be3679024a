package import SignalVocabulary

/// How many events there were when, in at most ``maximumCount`` columns.
///
/// Columns get wider as the times spread, by widths of which each is a multiple of the one before and begins at a multiple of itself, so the
/// result does not depend on the order in which events come.
package struct TimeHistogram: Sendable {
    /// The events of one column.
    package struct Column: Sendable, Equatable {
        /// Those below warnings.
        package var others = 0
        /// Warnings.
        package var warnings = 0
        /// Errors, and what is worse.
        package var errors = 0

        /// All of them.
        package var total: Int { others + warnings + errors }
    }

    /// The most columns.
    package static let maximumCount = 96

    // Milliseconds: 1, 10, 100 ms; 1, 5, 15 s; 1, 5, 15 min; 1, 6 h; 1, 7, 28 d; 280 d; 2800 d; 28000 d.
    private static let widths: [Int64] = [
        1, 10, 100, 1000, 5000, 15_000, 60_000, 300_000, 900_000, 3_600_000, 21_600_000, 86_400_000,
        604_800_000,
        2_419_200_000, 24_192_000_000, 241_920_000_000, 2_419_200_000_000,
    ]

    private var columns: [Int64: Column] = [:]
    private var level = 0
    private var first = Int64.max
    private var last = Int64.min

    /// No events.
    package init() {}

    /// Milliseconds of one column.
    package var width: Int64 { Self.widths[level] }

    /// Counts an event.
    package mutating func add(unixNanoseconds: Int64, _ level: Severity?) {
        let milliseconds = unixNanoseconds / 1_000_000
        first = min(first, milliseconds)
        last = max(last, milliseconds)
        while last / width - first / width >= Int64(Self.maximumCount), self.level + 1 < Self.widths.count {
            widen()
        }
        var column = columns[milliseconds / width] ?? Column()
        switch level {
        case .error?, .fatal?: column.errors += 1
        case .warning?: column.warnings += 1
        default: column.others += 1
        }
        columns[milliseconds / width] = column
    }

    private mutating func widen() {
        let factor = Self.widths[level + 1] / Self.widths[level]
        level += 1
        var wider: [Int64: Column] = [:]
        for (number, column) in columns {
            var sum = wider[number / factor] ?? Column()
            sum.others += column.others
            sum.warnings += column.warnings
            sum.errors += column.errors
            wider[number / factor] = sum
        }
        columns = wider
    }

    /// All columns from the first event to the last, those without events among them, each with the millisecond since 1970 at which it begins.
    package var all: [(start: Int64, column: Column)] {
        guard first <= last else { return [] }
        return (first / width...last / width).map { ($0 * width, columns[$0] ?? Column()) }
    }
}
