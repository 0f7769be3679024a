import Foundation
import Testing
import TestSupport

@testable import Signalbook

/// The spool of a process that ran a version of Signalbook with spool format 2.
@Suite struct VersionTwoTests {
    /// The beginning of a segment that such a process wrote before it was killed: seven events, the first one an error.
    private static let segment = """
        U0lHTkxCSzECAAAAAAEAAO13mwpCVw2gAAAAAAAAAAABAAAAAAAAAAAAAgAAAAAAyD+LBgAAAAAAAAAAAAAAAMAEAAAAAAAAAAAAAAAAAAAAAA \
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA \
        AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA \
        AAAAAAAAAAAIkAAADJW5Yq+UQ38KY07BgJ+UQ38KY07BhZ+UQ38KY07BgQERoFRVJST1JiDW51bWJlcl9mYWlsZWQyNAoObG9nLnJlY29yZC51 \
        aWQSIgogYTAwZDU3NDIwYTliNzdlZDAxMDAwMDAwMDAwMDAwMDAyGQoHY2F0YWxvZxIOCgx2aWN0aW0vMS4wLjAyDAoGbnVtYmVyEgIYAAAAAA \
        AAAACZAAAAay61kUkAOfCmNOwYCUkAOfCmNOwYWUkAOfCmNOwYEAkaBElORk9iDm51bWJlcl90cmFja2VkMjQKDmxvZy5yZWNvcmQudWlkEiIK \
        IGEwMGQ1NzQyMGE5Yjc3ZWQwMTAwMDAwMDAwMDAwMDAxMhkKB2NhdGFsb2cSDgoMdmljdGltLzEuMC4wMgwKBm51bWJlchICGAEyDgoIaXNfdG \
        VudGgSAhAAAAAAAAAAAJkAAABhbPDX0hY58KY07BgJ0hY58KY07BhZ0hY58KY07BgQCRoESU5GT2IObnVtYmVyX3RyYWNrZWQyNAoObG9nLnJl \
        Y29yZC51aWQSIgogYTAwZDU3NDIwYTliNzdlZDAxMDAwMDAwMDAwMDAwMDIyGQoHY2F0YWxvZxIOCgx2aWN0aW0vMS4wLjAyDAoGbnVtYmVyEg \
        IYAjIOCghpc190ZW50aBICEAAAAAAAAAAAmQAAAAit6qtwIjnwpjTsGAlwIjnwpjTsGFlwIjnwpjTsGBAJGgRJTkZPYg5udW1iZXJfdHJhY2tl \
        ZDI0Cg5sb2cucmVjb3JkLnVpZBIiCiBhMDBkNTc0MjBhOWI3N2VkMDEwMDAwMDAwMDAwMDAwMzIZCgdjYXRhbG9nEg4KDHZpY3RpbS8xLjAuMD \
        IMCgZudW1iZXISAhgDMg4KCGlzX3RlbnRoEgIQAAAAAAAAAACZAAAA7KF2x4oxOfCmNOwYCYoxOfCmNOwYWYoxOfCmNOwYEAkaBElORk9iDm51 \
        bWJlcl90cmFja2VkMjQKDmxvZy5yZWNvcmQudWlkEiIKIGEwMGQ1NzQyMGE5Yjc3ZWQwMTAwMDAwMDAwMDAwMDA0MhkKB2NhdGFsb2cSDgoMdm \
        ljdGltLzEuMC4wMgwKBm51bWJlchICGAQyDgoIaXNfdGVudGgSAhAAAAAAAAAAAJkAAACKe6p9zjw58KY07BgJzjw58KY07BhZzjw58KY07BgQ \
        CRoESU5GT2IObnVtYmVyX3RyYWNrZWQyNAoObG9nLnJlY29yZC51aWQSIgogYTAwZDU3NDIwYTliNzdlZDAxMDAwMDAwMDAwMDAwMDUyGQoHY2 \
        F0YWxvZxIOCgx2aWN0aW0vMS4wLjAyDAoGbnVtYmVyEgIYBTIOCghpc190ZW50aBICEAAAAAAAAAAAmQAAAJidghlKRznwpjTsGAlKRznwpjTs \
        GFlKRznwpjTsGBAJGgRJTkZPYg5udW1iZXJfdHJhY2tlZDI0Cg5sb2cucmVjb3JkLnVpZBIiCiBhMDBkNTc0MjBhOWI3N2VkMDEwMDAwMDAwMD \
        AwMDAwNjIZCgdjYXRhbG9nEg4KDHZpY3RpbS8xLjAuMDIMCgZudW1iZXISAhgGMg4KCGlzX3RlbnRoEgIQAAAAAAAAAAA=
        """

    /// Lays the segment down as it was: below `directory`, at its full size.
    private func lay(in directory: String, _ change: (inout [UInt8]) -> Void = { _ in }) throws {
        let spool = directory + "/4711-abc"
        try FileManager.default.createDirectory(atPath: spool, withIntermediateDirectories: false)
        chmod(spool, 0o700)
        var bytes = [UInt8](
            try #require(Data(base64Encoded: Self.segment, options: .ignoreUnknownCharacters)))
        bytes += [UInt8](repeating: 0, count: TestRecord.segmentSize - bytes.count)
        change(&bytes)
        try Data(bytes).write(to: URL(filePath: spool + "/segment-000.ring"))
        try Data("signalbook exporters 1\na\nend\n".utf8).write(to: URL(filePath: spool + "/exporters"))
    }

    @Test func `what it left is adopted and delivered`() throws {
        let directory = try TemporaryFolder()
        try lay(in: directory.path)
        let (adopter, spools) = TestRecord.adopt(directory.path, now: wallClock())
        var names: [String] = []
        for spool in spools {
            while let some = spool.collect(for: 0, maximumCount: 3, maximumBytes: .max) {
                names += some.batch.decoded().signals.map(\.name)
                spool.settle(some, for: 0, delivered: some.count, dropped: nil)
            }
        }
        #expect(names == ["number_failed"] + Array(repeating: "number_tracked", count: 6))
        #expect(adopter.account.recovered == 7)
        #expect(adopter.account.delivered == 7)
        #expect(directory.names.isEmpty)
    }

    @Test func `a damaged record costs itself alone`() throws {
        let directory = try TemporaryFolder()
        try lay(in: directory.path) { $0[Segment.headerSize + 400] ^= 1 }
        let (adopter, spools) = TestRecord.adopt(directory.path, now: wallClock())
        var count = 0
        for spool in spools {
            while let some = spool.collect(for: 0, maximumCount: 3, maximumBytes: .max) {
                count += some.count
                spool.settle(some, for: 0, delivered: some.count, dropped: nil)
            }
        }
        #expect(count == 6)
        #expect(adopter.account.dropped == [.corrupted: 1])
    }
}
