import Foundation
import Signalbook

/// What a run came to, from the file that it wrote.
struct Summary {
    let run: Driver.Run
    let log: LogFile
    let telemetry: Telemetry

    /// Prints all of it.
    func print() {
        let bytes = log.read()
        let (events, unreadable) = LoggedEvent.read(bytes)
        var parts = [
            "\(Terminal.heading("Signalbook quickstart"))\n"
                + "A session service on loopback was sent \(Format.count(run.requests)) requests in \(Format.seconds(run.duration)); "
                + (events.isEmpty ? "nothing was written." : "what it tracked is in \(log.path).")
        ]
        if !telemetry.configuration.isEnabled {
            parts.append("Telemetry is switched off: TELEMETRY_ENABLED is false.")
        }
        if !events.isEmpty { parts.append(Terminal.heading("Events") + "\n" + eventTable(events)) }
        if let table = endpointTable(events) {
            parts.append(Terminal.heading("Requests, by endpoint") + "\n" + table)
            parts += [RequestTrace.text(events), sample(events), PrivacyCheck.text(bytes)].compactMap { $0 }
        }
        if unreadable > 0 { parts.append("\(Format.count(unreadable)) lines of the file are no events.") }
        parts.append(Account.text(telemetry.statistics))
        Terminal.print(parts.joined(separator: "\n\n"))
    }

    /// The kinds of event, most frequent first, in two columns so that they fit on a screen.
    private func eventTable(_ events: [LoggedEvent]) -> String {
        let groups = Dictionary(grouping: events, by: \.name)
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let half = (groups.count + 1) / 2
        var table = Table(
            "event", "count", "severity", "", "event", "count", "severity", leading: [0, 2, 3, 4, 6])
        for (index, left) in groups.prefix(half).enumerated() {
            let right = half + index < groups.count ? groups[half + index] : nil
            table.add(
                left.key, Format.count(left.value.count), left.value[0].severity, "", right?.key ?? "",
                right.map { Format.count($0.value.count) } ?? "", right?.value[0].severity ?? "")
        }
        let statistics = telemetry.statistics
        var lines = ["\(Format.count(events.count)) events of \(groups.count) kinds"]
        if statistics.sampledOut > 0 {
            lines.append(
                "\(Format.count(statistics.sampledOut)) more were left out by sampling; errors never are")
        }
        if events.count < statistics.delivered {
            lines.append(
                "\(Format.count(statistics.delivered - events.count)) older ones were rotated out of the file"
            )
        }
        return table.text + "\n  " + lines.joined(separator: "\n  ")
    }

    /// How long requests took; nil when there were none.
    private func endpointTable(_ events: [LoggedEvent]) -> String? {
        var table = Table("endpoint", "requests", "4xx", "5xx", "p50", "p95", "p99")
        let ends = events.filter { $0.name == "request_completed" || $0.name == "request_failed" }
        guard !ends.isEmpty else { return nil }
        let groups = Dictionary(grouping: ends) { "\($0.text("method") ?? "") \($0.text("endpoint") ?? "")" }
        for (endpoint, group) in groups.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            let statuses = group.compactMap { $0.number("status_code") }
            let durations = group.compactMap { $0.number("duration_ms") }.sorted()
            table.add(
                endpoint, Format.count(group.count),
                Format.count(statuses.count { (400..<500).contains($0) }),
                Format.count(statuses.count { $0 >= 500 }),
                Format.milliseconds(percentile(0.50, of: durations)),
                Format.milliseconds(percentile(0.95, of: durations)),
                Format.milliseconds(percentile(0.99, of: durations)))
        }
        return table.text
    }

    /// The smallest value that is not exceeded by so many of the sorted ones (nearest rank).
    private func percentile(_ share: Double, of sorted: [Double]) -> Double {
        guard !sorted.isEmpty else { return 0 }
        return sorted[min(sorted.count - 1, max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1))]
    }

    /// A line that shows much: of an error if there is one.
    private func sample(_ events: [LoggedEvent]) -> String? {
        guard
            let event = events.first(where: { $0.name == "validation_error" && $0.line.contains("[") })
                ?? events.last
        else { return nil }
        return Terminal.heading("One line of it") + "\n" + event.line
    }
}
