import Signalbook

/// What became of every event.
enum Account {
    static func text(_ statistics: Statistics) -> String {
        let sum =
            statistics.delivered + statistics.pending + statistics.sampledOut + statistics.rejected
            + statistics.dropped
        let verdict =
            sum == statistics.tracked
            ? "every event is accounted for" : "\(statistics.tracked - sum) events are not accounted for"
        var table = Table("tracked", "= delivered", "+ pending", "+ sampled out", "+ rejected", "+ dropped")
        table.add(
            Format.count(statistics.tracked), Format.count(statistics.delivered),
            Format.count(statistics.pending),
            Format.count(statistics.sampledOut), Format.count(statistics.rejected),
            Format.count(statistics.dropped))
        return Terminal.heading("Account") + ": \(verdict)\n" + table.text
    }
}
