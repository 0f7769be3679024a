import SignalVocabulary

/// Numbers as they are shown to people.
package enum Figures {
    /// A number of things: `1 line`, `1,200 lines`.
    package static func count(_ number: Int, _ noun: String) -> String {
        "\(GroupedNumber.text(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// A percentage with one decimal, cut and not rounded, so that 100 % means all.
    package static func percent(_ value: Double) -> String {
        guard value.isFinite, value < 100 else { return "100 %" }
        let tenths = Int(max(value, 0) * 10)
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }

    /// A number of bytes in the largest unit of which there is one: `857 kB`.
    package static func bytes(_ count: Int) -> String {
        var value = Double(count)
        for unit in ["bytes", "kB", "MB", "GB"] {
            if value < 1000 || unit == "GB" {
                return unit == "bytes" ? "\(count) bytes" : "\(significant(value)) \(unit)"
            }
            value /= 1000
        }
        return "\(count) bytes"
    }

    /// A number in three digits, as `0.0042`, `4.25`, `118` or `12,345`.
    package static func significant(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        let magnitude = abs(value)
        if magnitude == 0 { return "0" }
        if magnitude >= 100 {
            return magnitude < 1e15 ? GroupedNumber.text(Int(value.rounded())) : "\(value)"
        }
        // How many decimals three digits have.
        var decimals = 2
        var bound = 1.0
        if magnitude >= 10 { decimals = 1 }
        while magnitude < bound, decimals < 9 {
            decimals += 1
            bound /= 10
        }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((magnitude * scale).rounded())
        let whole = scaled / Int(scale)
        var part = String(scaled % Int(scale))
        part = String(repeating: "0", count: decimals - part.count) + part
        while part.hasSuffix("0") { part.removeLast() }
        return (value < 0 ? "-" : "") + (part.isEmpty ? "\(whole)" : "\(whole).\(part)")
    }
}
