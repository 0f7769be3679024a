/// A text of another program's making, such as a server's answer, without what ``TextScrubber`` finds in it.
///
/// Receivers repeat what they were sent, and a diagnostic must not carry it on.
package func scrubbedText(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let text = Array(bytes)
    let scrubber = TextScrubber()
    return [UInt8](unsafeUninitializedCapacity: text.count * TextScrubber.maximumGrowth + 64) {
        region, count in
        count = text.withUnsafeBufferPointer { scrubber.scrub($0, into: region).written }
    }
}
