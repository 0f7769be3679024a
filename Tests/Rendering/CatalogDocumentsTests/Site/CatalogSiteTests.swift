import CatalogComparison
import CatalogModel
import Foundation
import Testing

@testable import CatalogDocuments

@Suite struct CatalogSiteTests {
    @Test(arguments: [
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
        "' onclick='alert(1)", "--><b>", "]]>", "&lt;script&gt;", "\u{202E}<b>\u{2066}",
    ])
    func `no text of a catalog becomes markup`(text: String) throws {
        let old = try hostileCatalog("harmless")
        let catalog = try hostileCatalog(text)
        let files = CatalogSite.render(
            catalog, RenderingOptions(difference: CatalogComparer.compare(old, with: catalog)))
        let plain = CatalogSite.render(
            old, RenderingOptions(difference: CatalogComparer.compare(old, with: old)))
        for file in files where file.path.hasSuffix(".html") {
            let page = String(decoding: file.bytes, as: UTF8.self)
            let tags = Set(page.matches(of: /<([a-zA-Z]+)/).map { String($0.1) })
            let known = Set(
                plain.flatMap {
                    String(decoding: $0.bytes, as: UTF8.self).matches(of: /<([a-zA-Z]+)/).map { String($0.1) }
                })
            #expect(tags.subtracting(known).isSubset(of: ["strong"]), "\(file.path) has other elements")
            #expect(page.matches(of: /<script/).count == 1, "\(file.path) has a second script")
            #expect(page.matches(of: #/ on[a-z]+="/#).isEmpty && page.matches(of: #/ style="/#).isEmpty)
            #expect(!page.unicodeScalars.contains("\u{202E}") && !page.unicodeScalars.contains("\u{2066}"))
        }
        let index = try files.text(of: "assets/search-index.js")
        #expect(!index.contains("<") && !index.contains(">"))
    }

    @Test func `every link leads to a page and a place that are there`() throws {
        let catalog = try serviceCatalog()
        var older = catalog
        older.events.removeFirst()
        let files = CatalogSite.render(
            catalog, RenderingOptions(difference: CatalogComparer.compare(older, with: catalog)))
        var places: [String: Set<String>] = [:]
        for file in files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            let ids = text.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
            #expect(Set(ids).count == ids.count, "\(file.path) has an identifier twice")
            places[file.path] = Set(ids)
        }
        var count = 0
        for file in files where file.path.hasSuffix(".html") {
            let page = String(decoding: file.bytes, as: UTF8.self)
            for match in page.matches(of: /(?:href|src)="([^"#]*)(?:#([^"]*))?"/) {
                count += 1
                var target = String(match.1)
                if target.isEmpty {
                    target = file.path
                } else if target.hasPrefix("../") {
                    target.removeFirst(3)
                } else {
                    #expect(!file.path.contains("/"), "\(file.path) links to \(target)")
                }
                let ids = try #require(places[target], "\(file.path) links to \(target)")
                guard let anchor = match.2, target != "events.html" else { continue }
                let id = try #require(String(anchor).removingPercentEncoding)
                #expect(ids.contains(id), "\(file.path) links to \(target)#\(id)")
            }
        }
        #expect(count > 1000)
    }

    @Test func `an event has all there is to say about it`() throws {
        let page = try CatalogSite.render(
            catalog(
                """
                retention: { events: 90d }
                groups: { item: { item_id: { type: string, max_length: 64, description: Which item. } } }
                events:
                  order_placed:
                    description: A customer ordered.
                    owner: sales
                    severity: warn
                    sample_rate: 0.25
                    stability: development
                    expires: 2027-01-31
                    since: 1.1.0
                    include: [item]
                    properties:
                      source: { type: ip, sensitivity: personal, handling: hash, description: From where. }
                      took_ms: { type: duration, unit: ms, maximum: 500, required: false, description: How long. }
                      via: { type: enum, open: true, values: [web, { value: app, description: The app. }], description: How. }
                """)
        ).text(of: "domains/shop.html")
        for part in [
            "A customer ordered.", "sales", ">warn<", "keeps 25%", "<dd>90 days</dd>", "in development",
            "expires 2027-01-31",
            ">1.1.0<",
            "schema/shop.yaml:5", "at most 64 characters", "personal, hashed", "duration in ms",
            "at most 500",
            ">optional<", "enum, open", "The app.", "from the group <code>item</code>", "personal data",
            "Telemetry.track(", ".orderPlaced(", ">itemID</span>", "&quot;sample_rate&quot;",
        ] {
            #expect(page.contains(part), "\(part) is not on the page")
        }
    }

    @Test func `the same catalog gives the same bytes whatever the order of its files`() throws {
        let files = [
            "schema/a.yaml": "catalog: { name: c, version: 1.0.0 }\nevents: { a_b: { description: D. } }",
            "schema/b.yaml": "events: { b_c: { description: D. } }",
        ]
        let sources = files.map { CatalogSource(path: $0.key, text: $0.value) }
        let one = try #require(CatalogLoader.load(sources).catalog)
        let other = try #require(CatalogLoader.load(sources.reversed()).catalog)
        #expect(CatalogSite.render(one) == CatalogSite.render(other))
        #expect(MarkdownDocumentation.render(one) == MarkdownDocumentation.render(other))
        #expect(EventSchema.render(one) == EventSchema.render(other))
    }

    @Test func `domains that would have one file have two`() throws {
        let files = CatalogSite.render(
            try catalog([
                "schema/a/b.yaml":
                    "catalog: { name: c, version: 1.0.0 }\nevents: { one: { description: D. } }",
                "schema/a-b.yaml": "events: { two: { description: D. } }",
                "schema/A/B.yaml": "events: { three: { description: D. } }",
            ]))
        let paths = files.map { $0.path.lowercased() }
        #expect(Set(paths).count == paths.count)
        #expect(paths.count { $0.hasPrefix("domains/") } == 3)
    }

    @Test func `a domain is called after its file, below the folder that all files share`() throws {
        let one = "catalog: { name: c, version: 1.0.0 }\nevents: { one: { description: D. } }"
        let files = ["a/b/web_shop.yaml": one, "a/b/desk/calls.yaml": "events: { two: { description: D. } }"]
        #expect(CatalogGuide(try catalog(files)).domains.map(\.title) == ["Desk / Calls", "Web shop"])
        #expect(CatalogGuide(try catalog(["x/y/z.yaml": one])).domains.map(\.fileName) == ["z"])
        #expect(CatalogGuide(try catalog(["z.yaml": one])).domains.map(\.fileName) == ["z"])
    }

    @Test func `every page forbids what it does not bring along`() throws {
        for file in CatalogSite.render(try serviceCatalog()) where file.path.hasSuffix(".html") {
            let page = String(decoding: file.bytes, as: UTF8.self)
            #expect(
                page.contains(
                    "default-src &#39;none&#39;; script-src &#39;self&#39;; style-src &#39;self&#39;"))
            #expect(GeneratedMark.docs.isOn(file.bytes) && !GeneratedMark.export.isOn(file.bytes))
        }
    }
}
