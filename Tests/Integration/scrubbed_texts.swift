import Foundation

/// Scrubs the texts on standard input, which have a zero byte between them, and writes them to standard output likewise: what
/// `scrubbed_texts.py` compiles together with the sources of the scrubber.
///
/// With a number as argument it scrubs all of them that many times instead and writes how many bytes a second that were, the best round.
@main
enum ScrubbedTexts {
    static func main() throws {
        let input = try FileHandle.standardInput.readToEnd() ?? Data()
        let texts = input.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
        let scrubber = TextScrubber()
        if let rounds = CommandLine.arguments.dropFirst().first.flatMap({ Int($0) }) {
            return measure(scrubber, texts, rounds)
        }
        var output = Data()
        for (index, text) in texts.enumerated() {
            if index > 0 { output.append(0) }
            output.append(contentsOf: scrubbed(text, by: scrubber))
        }
        try FileHandle.standardOutput.write(contentsOf: output)
    }

    private static func scrubbed(_ text: [UInt8], by scrubber: TextScrubber) -> [UInt8] {
        let room = text.count * scrubber.growth + 64
        return [UInt8](unsafeUninitializedCapacity: room) { region, count in
            count = text.withUnsafeBufferPointer { scrubber.scrub($0, into: region).written }
        }
    }

    private static func measure(_ scrubber: TextScrubber, _ texts: [[UInt8]], _ rounds: Int) {
        let bytes = texts.reduce(0) { $0 + $1.count }
        let region = UnsafeMutableBufferPointer<UInt8>.allocate(
            capacity: (texts.map(\.count).max() ?? 0) * scrubber.growth + 64)
        defer { region.deallocate() }
        var best = Duration.seconds(3600)
        for _ in 0..<rounds {
            best = min(
                best,
                ContinuousClock().measure {
                    for text in texts {
                        _ = text.withUnsafeBufferPointer { scrubber.scrub($0, into: region) }
                    }
                })
        }
        print(Int(Double(bytes) / (best / .seconds(1))))
    }
}
