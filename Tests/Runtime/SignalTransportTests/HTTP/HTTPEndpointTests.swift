import Foundation
import SignalTransport
import Testing

@Suite struct HTTPEndpointTests {
    @Test(arguments: [
        ("http://localhost", "http://localhost/", 80),
        ("http://localhost:4318", "http://localhost:4318/", 4318),
        ("HTTPS://Collector.Example:443/v1/logs", "https://collector.example/v1/logs", 443),
        ("http://c:4318/mycollector/", "http://c:4318/mycollector/", 4318),
        ("http://[::1]:4318/a?b=c#d", "http://[::1]:4318/a", 4318),
        ("http://user:secret@h/a%20b", "http://h/a%20b", 80),
        ("http://h:/x", "http://h/x", 80),
        ("http://h?x", "http://h/", 80),
    ])
    func `a URL is taken apart, and shown without what may be secret`(
        text: String, shown: String, port: Int
    ) throws {
        let endpoint = try HTTPEndpoint(text)
        #expect(endpoint.description == shown)
        #expect(endpoint.port == port)
        let whole = shown + (endpoint.query.map { "?" + $0 } ?? "")
        #expect(endpoint.url?.absoluteString == whole)
    }

    @Test func `user information becomes a header that is not shown`() throws {
        let endpoint = try HTTPEndpoint("https://ada:p%40ss@host/")
        #expect(endpoint.authorization?.name == "Authorization")
        #expect(endpoint.authorization?.value == "Basic YWRhOnBAc3M=")
        #expect("\(endpoint)" == "https://host/")
        var dumped = ""
        dump(endpoint, to: &dumped)
        #expect(!dumped.contains("YWRh") && !dumped.contains("p%40ss"))
    }

    @Test(arguments: [
        ("", "does not begin with"), ("localhost:4318", "does not begin with"),
        ("ftp://h/", "does not begin with"),
        ("http://", "no host"), ("http:///x", "no host"), ("http://:4318/", "no host"),
        ("http://[::1", "no host"),
        ("http://[]/", "no host"), ("http://[12]/", "no host"), ("http://[:::::]/", "no host"),
        ("http://h h/", "no host"),
        ("http://h\u{E9}/", "no host"),
        ("http://h:0/", "no port"), ("http://h:65536/", "no port"), ("http://h:4318x/", "no port"),
        ("http://[::1]x/", "no port"),
        ("http://h:-1/", "no port"), ("http://h:99999999999999999999/", "no port"),
        ("http://h/a b", "percent-encoded"), ("http://h/\u{E9}", "percent-encoded"),
        ("http://h/a\r\nb", "percent-encoded"),
        ("http://h/%4", "hexadecimal"), ("http://h/%zz", "hexadecimal"), ("http://h/?%", "hexadecimal"),
        ("http://u%@h/", "user information"),
        ("http://h/" + String(repeating: "a", count: 4096), "longer than 4096 bytes"),
    ])
    func `what is no URL is refused without repeating it`(text: String, reason: String) {
        #expect { try HTTPEndpoint(text) } throws: { error in
            (error as? InvalidEndpoint)?.reason.contains(reason) == true
        }
    }

    @Test(arguments: [
        ("http://localhost/", true), ("http://LOCALHOST/", true), ("http://a.localhost/", true),
        ("http://127.0.0.1/", true),
        ("http://127.9.9.9/", true), ("http://[::1]/", true), ("http://127.0.0.1.example/", false),
        ("http://128.0.0.1/", false),
        ("http://127.0.0.256/", false), ("http://localhost.example/", false), ("http://127.1/", false),
    ])
    func `loopback is told by the host's name`(text: String, isLoopback: Bool) throws {
        #expect(try HTTPEndpoint(text).isLoopback == isLoopback)
    }

    @Test(arguments: [
        ("https://other:1/x?y", "https://other:1/x"), ("//other/x", "http://other/x"),
        ("/x", "http://h:8080/x"),
        ("x", "http://h:8080/v1/x"), ("?q", "http://h:8080/v1/logs"), ("", "http://h:8080/v1/"),
        ("a/b:c", "http://h:8080/v1/a/b:c"),
    ])
    func `a reference is resolved against the endpoint`(reference: String, expected: String) throws {
        #expect(try HTTPEndpoint("http://h:8080/v1/logs?a=b").resolving(reference).description == expected)
    }

    @Test(arguments: ["mailto:x", "//[x:]", "//", "http:x", "\u{0}", ":"])
    func `a reference to nowhere is refused`(reference: String) {
        #expect(throws: InvalidEndpoint.self) { try HTTPEndpoint("http://h/").resolving(reference) }
    }
}
