import CatalogModel
import Recordings
import SignalVocabulary
import Testing
import TestSupport

@Suite struct ReportTests {
    private func page(_ text: String) throws -> String {
        let catalog = try judgedCatalog()
        var verification = Verification(catalog)
        var statistics = RecordingStatistics(catalog.catalog)
        try verification.read(
            MemorySource(Array(text.utf8)), named: "a <b>.jsonl", visit: { statistics.add($0) })
        return ReportPage(statistics, verification.result()).html()
    }

    @Test func `the same recording gives the same page, in whatever order it comes`() throws {
        var lines = (0..<300).map { number in
            order(
                ["took_ms": "\(number).5", "session_id": "\"s-\(number % 7)\""],
                head: ["timestamp": "\"2026-01-01T10:00:\(10 + number % 50).\(100 + number)Z\""])
        }
        lines += [order(event: "order_failed", head: ["error_type": #""E""#, "severity": #""error""#])]
        let first = try page(lines.joined())
        #expect(first == (try page(lines.joined())))
        #expect(first == (try page(lines.reversed().joined())))
        for part in [
            "301", "order_placed.took_ms", "Funnel of sessions", "2026-01-01 10:00:00 to 10:00:59 UTC",
            "order_failed",
        ] {
            #expect(first.contains(part), "\(part)")
        }
    }

    @Test func `nothing of a recording is markup`() throws {
        let hostile = "<script>alert(1)</script>\\\"'&<img src=x onerror=alert(1)>"
        let text =
            order(event: hostile) + order(["made_up\(hostile)": "1", "method": "\"\(hostile)\""])
            + order(event: "order_failed", head: ["error_type": "\"\(hostile)\"", "severity": #""error""#])
        let html = try page(text)
        #expect(!html.contains("<script"))
        #expect(!html.contains("<img"))
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;&lt;img"))
        #expect(html.contains("a &lt;b&gt;.jsonl"))
    }

    @Test func `a page asks no network and runs no script`() throws {
        let html = try page(order())
        #expect(html.contains("default-src 'none'") || html.contains("default-src &#39;none&#39;"))
        for part in ["http://", "https://", "src=", "url(", "@import", "<script", "<link"] {
            #expect(!html.contains(part), "\(part)")
        }
    }

    @Test func `a page about nothing says so`() throws {
        let html = try page("")
        for part in [
            "There is no event.", "No duration was recorded.", "No event was an error.",
            "No event of a session was recorded.",
        ] {
            #expect(html.contains(part), "\(part)")
        }
    }
}

@Suite struct DurationSketchTests {
    @Test func `quantiles are within their stated error of exact ones`() throws {
        var generator = SeededGenerator(seed: 11)
        for scale in [1e-6, 1, 1e6] {
            var sketch = DurationSketch()
            var values: [Double] = []
            for _ in 0..<5000 {
                let uniform = Double(generator.next() >> 11) / Double(1 << 53)
                let value = scale / (uniform + 1e-3)
                values.append(value)
                sketch.add(value)
            }
            values.sort()
            for share in [0.0, 0.01, 0.5, 0.9, 0.95, 0.99, 1] {
                let exact = values[min(4999, max(0, Int((share * 5000).rounded(.up)) - 1))]
                let estimate = try #require(sketch.quantile(share))
                #expect(abs(estimate - exact) <= exact * 0.008, "\(share) of \(scale)")
            }
            #expect(sketch.minimum == values.first && sketch.maximum == values.last && sketch.count == 5000)
        }
    }

    @Test func `zeros, negative values and what is no number have their place`() {
        var sketch = DurationSketch()
        #expect(sketch.quantile(0.5) == nil)
        for value in [0, 0, -1, 5, .nan, .infinity] { sketch.add(value) }
        #expect(sketch.count == 4)
        #expect(sketch.quantile(0.5) == 0)
        #expect(sketch.quantile(1) == 5)
    }
}

@Suite struct TimeHistogramTests {
    @Test func `the columns do not depend on the order in which events come`() {
        var generator = SeededGenerator(seed: 12)
        for spread in [50, 5_000, 100_000_000, 200_000_000_000] as [UInt64] {
            let times = (0..<500).map { _ in Int64(1_700_000_000_000 + generator.next() % spread) * 1_000_000
            }
            func columns(_ times: [Int64]) -> [String] {
                var histogram = TimeHistogram()
                for time in times {
                    histogram.add(unixNanoseconds: time, time % 3_000_000 == 0 ? .error : .info)
                }
                #expect(histogram.all.count <= TimeHistogram.maximumCount)
                #expect(histogram.all.reduce(0) { $0 + $1.column.total } == times.count)
                return histogram.all.map { "\($0.start) \($0.column)" }
            }
            #expect(columns(times) == columns(times.sorted()))
            #expect(columns(times) == columns(times.sorted().reversed()))
        }
    }

    @Test func `times from the beginning and the end of all years have few columns`() {
        var histogram = TimeHistogram()
        histogram.add(unixNanoseconds: 1, .info)
        histogram.add(unixNanoseconds: .max, .warning)
        #expect(histogram.all.count <= TimeHistogram.maximumCount)
    }
}

@Suite struct SessionPathsTests {
    private let names = ["open", "send", "close", "fail"]

    private func paths(_ sessions: [[Int]]) -> SessionPaths {
        var paths = SessionPaths()
        for (number, events) in sessions.enumerated() {
            for (time, event) in events.enumerated() {
                Array("s\(number)".utf8).withUnsafeBufferPointer {
                    paths.add(session: $0, event: event, unixNanoseconds: Int64(time))
                }
            }
        }
        return paths
    }

    @Test func `the funnel follows the way that most sessions go`() {
        let paths = paths([[0, 1, 2], [0, 1, 1, 2], [0, 1], [0, 3], [3]])
        #expect(paths.funnel(names).map { "\($0.event) \($0.count)" } == ["open 4", "send 3", "close 2"])
        #expect(paths.commonPaths(names).first?.events == ["open", "send", "close"])
        #expect(paths.commonPaths(names).first?.count == 2)
        #expect(paths.count == 5)
    }

    @Test func `the order of times counts, and not that of records`() {
        var paths = SessionPaths()
        for (event, time) in [(2, 30), (1, 20), (0, 10), (1, 5)] as [(Int, Int64)] {
            Array("s".utf8).withUnsafeBufferPointer {
                paths.add(session: $0, event: event, unixNanoseconds: time)
            }
        }
        #expect(paths.commonPaths(names).map(\.events) == [["send", "open", "close"]])
    }

    @Test func `more sessions than are kept are counted`() {
        var paths = SessionPaths()
        for number in 0..<SessionPaths.maximumSessions + 10 {
            Array("s\(number)".utf8).withUnsafeBufferPointer {
                paths.add(session: $0, event: 0, unixNanoseconds: 0)
            }
        }
        #expect(paths.count == SessionPaths.maximumSessions)
        #expect(paths.droppedRecords == 10)
    }
}

@Suite struct FiguresTests {
    @Test func `numbers are shown in three digits`() {
        let shown = [0, 0.001234, 0.0999, 1.005, 4.256, 45.67, 99.96, 118.4, 12_345.6].map(
            Figures.significant)
        #expect(shown == ["0", "0.00123", "0.0999", "1", "4.26", "45.7", "100", "118", "12,346"])
        #expect(GroupedNumber.text(-1_234_567) == "-1,234,567")
        #expect(Figures.percent(99.99) == "99.9 %")
        #expect(Figures.percent(100) == "100 %")
        #expect(Figures.bytes(857_333) == "857 kB")
    }
}
