/// One request through the whole call tree: everything that carries its identifier.
enum RequestTrace {
    /// The request that caused most, of those that were answered well.
    static func text(_ events: [LoggedEvent]) -> String? {
        let requests = Dictionary(grouping: events.filter { $0.requestID != nil }) { $0.requestID ?? "" }
            .filter {
                $0.value.contains { $0.name == "request_completed" && $0.text("status_code") == "200" }
            }
        let most = requests.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
        guard let (identifier, unsorted) = most else { return nil }
        let trace = unsorted.sorted { $0.timestamp < $1.timestamp }
        guard let first = trace.first else { return nil }
        var table = Table("after", "event", "with", leading: [1, 2])
        for event in trace {
            let time = Format.milliseconds(max(0, event.seconds - first.seconds) * 1000)
            table.add(time, event.name, details(event))
        }
        return Terminal.heading("One request through the call tree")
            + ", request_id \(identifier)\n" + table.text
    }

    /// The event's own properties, as many as fit.
    private static func details(_ event: LoggedEvent) -> String {
        var text = ""
        for name in event.ownProperties where name != "request_id" {
            let value = event.number(name).map { Format.number($0) } ?? event.text(name) ?? "null"
            let next = "\(name)=\(value)"
            guard text.count + next.count < 66 else { continue }
            text += (text.isEmpty ? "" : " ") + next
        }
        return text
    }
}
