import Foundation

/// A folder for the victims of one test: their spool, and what they have to say. Removed with this value.
package final class VictimHome: Sendable {
    private let folder: TemporaryFolder

    /// A new one.
    package init() throws { folder = try TemporaryFolder() }

    /// A new one with what is in another's spool: the rings of dead victims, as often as they are needed.
    package convenience init(copyOf other: VictimHome) throws {
        try self.init()
        try FileManager.default.copyItem(atPath: other.spool, toPath: spool)
    }

    /// The directory of all rings.
    package var spool: String { folder.file("spool") }
    /// Where the victims' standard error goes.
    package var log: String { folder.file("log") }

    /// The names of the rings.
    package var rings: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: spool)) ?? []).sorted()
    }

    /// What the victims have had to say.
    package var said: String { folder.read("log") ?? "" }

    /// Starts a victim that tracks these numbers, with a ring of 1 MB.
    ///
    /// - Parameter exporter: where it ships to; see the program.
    package func start(_ exporter: String, numbers: Range<Int>, _ arguments: [String] = []) throws
        -> CrashVictim
    {
        try CrashVictim(
            [
                "--spool", spool, "--exporter", exporter, "--first", "\(numbers.lowerBound)", "--limit",
                "\(numbers.count)", "--buffer-mb", "1",
            ] + arguments, log: log)
    }

    /// Leaves rings of dead victims with these numbers in equal parts, each tenth an error. They wait for an exporter of this kind.
    package func leaveRings(count: Int, numbers: Range<Int>, of exporter: String) throws {
        let kind = exporter.prefix { $0 != ":" }
        // No one listens there, so nothing is delivered.
        let port = try ClosedPort()
        let size = numbers.count / count
        var victims: [CrashVictim] = []
        for ring in 0..<count {
            let first = numbers.lowerBound + ring * size
            victims.append(
                try start(
                    "\(kind):http://127.0.0.1:\(port.number)/", numbers: first..<(first + size), ["--fails"]))
        }
        // All are done before the first dies, so none takes over another's.
        for victim in victims { victim.read(until: "done") }
        for victim in victims { victim.kill() }
        withExtendedLifetime(port) {}
    }
}
