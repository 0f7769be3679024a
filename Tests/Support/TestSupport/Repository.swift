package import Foundation

/// This package, as the tests find it on disk.
package enum Repository {
    /// Its folder.
    package static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of its service catalog.
    package static let schema = folder.appending(path: "schema", directoryHint: .isDirectory)

    /// The folder with its products, and with the tests that run now.
    package static let products: URL = {
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        let path = bundle?.bundlePath ?? CommandLine.arguments[0]
        return URL(filePath: path).deletingLastPathComponent()
    }()
}
