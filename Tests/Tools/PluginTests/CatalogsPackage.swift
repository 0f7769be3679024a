import Foundation
import TestSupport

/// A package with three catalogs: an app's, a library's that the app imports and that has a Swift name, and one of a library that only that
/// library knows.
struct CatalogsPackage {
    /// The package's folder.
    let folder: TemporaryFolder

    /// Writes the package.
    init() async throws {
        folder = try TemporaryFolder()
        let tools = try await FinishedTools.shared.value
        func target(_ kind: String, _ name: String, needs others: String = "") -> String {
            """
            .\(kind)(
                name: "\(name)", dependencies: [\(others).product(name: "Signalbook", package: "signalbook")],
                \(tools.settings)
                plugins: [.plugin(name: "GenerateSignals", package: "signalbook")]),
            """
        }
        try folder.write(
            "Package.swift",
            """
            // swift-tools-version: 6.2
            import PackageDescription

            let package = Package(
                name: "catalogs",
                platforms: [.macOS(.v15)],
                dependencies: [
                    .package(name: "signalbook", path: "\(FinishedTools.folder.path(percentEncoded: false))")
                ],
                targets: [
                    \(target("executableTarget", "App", needs: "\"Shop\", "))
                    \(target("target", "Shop", needs: "\"Storage\", "))
                    \(target("target", "Storage"))
                ]
            )

            """)
        try folder.write("Sources/App/schema/app.yaml", Self.app)
        try folder.write("Sources/App/main.swift", Self.appSwift)
        try folder.write("Sources/Shop/schema/shop.yaml", Self.shop)
        try folder.write("Sources/Shop/Shop.swift", Self.shopSwift)
        try folder.write("Sources/Storage/schema/storage.yaml", Self.storage)
        try folder.write("Sources/Storage/Storage.swift", Self.storageSwift)
    }

    /// Builds the app and runs it.
    func run(environment: [String: String]) async throws -> ChildProcess.Outcome {
        let scratch = Repository.products.appending(path: "PluginTests-catalogs", directoryHint: .isDirectory)
        return try await ChildProcess.run(
            ["swift", "run", "--scratch-path", scratch.path(percentEncoded: false), "App"], in: folder.url,
            environment: environment.merging(["LLVM_PROFILE_FILE": "/dev/null"]) { $1 })
    }

    private static let app = """
        catalog: { name: app, version: 1.0.0, swift: { access: public } }
        context:
          user_id: { type: string, description: Who is signed in., default: anonymous, sensitivity: personal, handling: hash, role: user }
          request_id: { type: string, description: The request., role: operation }
          region: { type: string, description: Where it runs., variable: APP_REGION }
        events:
          page_shown: { description: A page was shown., properties: { page: { type: string, description: Which. } } }
        """

    private static let shop = """
        catalog: { name: shop, version: 2.0.0, swift: { access: public, name: ShopCatalog } }
        context:
          request_id: { type: string, description: The request., role: operation }
          basket_id: { type: string, description: The basket. }
          region: { type: string, description: Where the shop is., default: nowhere, handling: mask }
        events:
          order_placed: { description: An order was placed., properties: { order_id: { type: string, description: Which. } } }
        """

    private static let storage = """
        catalog: { name: storage, version: 0.1.0, swift: { access: public } }
        context:
          user_id: { type: string, description: Who is signed in., sensitivity: personal, handling: hash }
          disk: { type: string, description: Which disk., default: main, variable: STORAGE_DISK }
        events:
          row_written: { description: A row was written. }
        """

    private static let storageSwift = """
        import Signalbook

        public func write() { Telemetry.track(.rowWritten()) }

        """

    private static let shopSwift = """
        import Signalbook
        import Storage

        public func placeOrder() {
            ShopContext.with(basketID: "b1") {
                Telemetry.track(.orderPlaced(orderID: "o1"))
                write()
            }
        }

        """

    /// Both catalogs are public, and this file knows both.
    private static let appSwift = """
        import Shop
        import Signalbook

        let telemetry = Telemetry.start(SignalCatalog.self) { $0.console.isEnabled = false }
        print(SignalCatalog.identity.name, ShopCatalog.identity.name, ShopContext.self)
        Telemetry.track(.pageShown(page: "start"))
        placeOrder()
        SignalContext.with(userID: "ada", requestID: "r1") {
            Telemetry.track(.pageShown(page: "order"))
            placeOrder()
            ShopContext.with(requestID: "r2") { Telemetry.track(.pageShown(page: "shop")) }
        }
        await telemetry.shutdown()

        """
}
