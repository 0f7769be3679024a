/// How much a text may ask of the parser.
package struct Limits: Sendable, Hashable {
    /// The most bytes a text may have; default 16 MiB, never more than 1 GiB.
    package var bytes: Int
    /// How deep collections may be nested; default 64, never more than 512, since the parser recurses.
    package var depth: Int
    /// The most nodes a text may have, which bounds memory to about 200 bytes each; default 2,000,000.
    package var nodes: Int
    /// The most problems reported; default 100. One more says that there are others.
    package var problems: Int

    /// The limits that hold unless others are given.
    package static let `default` = Limits()

    /// Limits with the given values; those out of range are moved to the nearest in range.
    package init(bytes: Int = 16 << 20, depth: Int = 64, nodes: Int = 2_000_000, problems: Int = 100) {
        self.bytes = min(max(bytes, 0), 1 << 30)
        self.depth = min(max(depth, 1), 512)
        self.nodes = max(nodes, 1)
        self.problems = max(problems, 1)
    }
}
