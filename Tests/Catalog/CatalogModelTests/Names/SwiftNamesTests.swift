import SignalVocabulary
import Testing

@testable import CatalogModel

@Suite struct `Swift names` {
    @Test(arguments: [
        ("session_created", "SessionCreated", "sessionCreated"),
        ("http.request-completed", "HTTPRequestCompleted", "httpRequestCompleted"),
        ("user_id", "UserID", "userID"),
        ("id", "ID", "id"),
        ("user_ids", "UserIDs", "userIDs"),
        ("requestID", "RequestID", "requestID"),
        ("HTTPServer_started", "HTTPServerStarted", "httpServerStarted"),
        ("remote_ipv4", "RemoteIPv4", "remoteIPv4"),
        ("remote_ip", "RemoteIP", "remoteIP"),
        ("http2_url", "HTTP2URL", "http2URL"),
        ("v1.2_3", "V1_2_3", "v1_2_3"),
        ("fooBar", "FooBar", "fooBar"),
        ("foo_bar", "FooBar", "fooBar"),
        ("FOO_BAR", "FooBar", "fooBar"),
        ("GET", "Get", "get"),
        ("class", "Class", "class"),
        ("S3Bucket", "S3Bucket", "s3Bucket"),
        ("idle_ids_idea", "IdleIDsIdea", "idleIDsIdea"),
        ("", "", ""),
        ("_._", "", ""),
    ])
    func `words become camel case with acronyms in capitals`(name: String, type: String, member: String) {
        #expect(SwiftNames.camelCase(name, capitalized: true) == type)
        #expect(SwiftNames.camelCase(name, capitalized: false) == member)
    }

    @Test func `a name of 200 letters is cased like any other`() {
        let name = String(repeating: "ab_", count: 66) + "ab"
        #expect(SwiftNames.camelCase(name, capitalized: true) == String(repeating: "Ab", count: 67))
    }

    @Test(arguments: [
        ("duration_ms", PropertyType.duration(.milliseconds), "duration"),
        ("duration-milliseconds", .duration(.milliseconds), "duration"),
        ("duration_ms", .duration(.seconds), "durationMs"),
        ("ms", .duration(.milliseconds), "ms"),
        ("uptime_seconds", .duration(.seconds), "uptime"),
        ("max_age_days", .duration(.days), "maxAge"),
        ("response_bytes", .bytes(.bytes), "response"),
        ("heap_MB", .bytes(.megabytes), "heap"),
        ("heap_mb", .bytes(.mebibytes), "heapMb"),
        ("duration_ms", .int, "durationMs"),
    ])
    func `the unit at the end of a name is dropped when the type carries it`(
        name: String, type: PropertyType, member: String
    ) {
        let property = Property(
            name: name, type: type, description: "", location: .init(path: "", line: 1, column: 1))
        #expect(SwiftNames.memberName(of: property) == member)
    }

    @Test(arguments: [
        ("GET", "get"), ("gpt-4o", "gpt4o"), ("application/json", "applicationJSON"), ("default", "default"),
        ("NOT_FOUND", "notFound"), ("notFound", "notFound"), ("+", ""), ("1st", ""), ("", ""), ("é", ""),
        ("🏴", ""),
        ("true", "true"), ("-", ""), (" a b ", "aB"),
    ])
    func `an enumeration's value gives a case name or none`(value: String, name: String) {
        #expect(SwiftNames.caseName(of: .init(rawValue: value)) == name)
    }

    @Test func `a name given in the catalog is taken as it is`() {
        let location = SourceLocation(path: "", line: 1, column: 1)
        let event = Event(name: "x", swiftName: "urlOpened", description: "", location: location)
        #expect(SwiftNames.memberName(of: event) == "urlOpened")
        #expect(SwiftNames.typeName(of: event) == "URLOpened")
        let property = Property(
            name: "y", swiftName: "iOSVersion", type: .string, description: "", location: location)
        #expect(SwiftNames.memberName(of: property) == "iOSVersion")
        #expect(SwiftNames.typeName(ofEnumeration: property) == "IOSVersion")
        #expect(SwiftNames.caseName(of: .init(rawValue: "+", swiftName: "plus")) == "plus")
        #expect(SwiftNames.valuesTypeName(ofGroup: "http_request") == "HTTPRequestValues")
    }

    @Test(arguments: [
        "class", "default", "init", "self", "Type", "Protocol", "await", "in", "precedencegroup",
    ])
    func `a keyword is written in backticks`(keyword: String) {
        #expect(SwiftNames.escaped(keyword) == "`\(keyword)`")
    }

    @Test(arguments: ["type", "name", "get", "async", "method", "open", "some", "x"])
    func `what is no keyword is written as it is`(identifier: String) {
        #expect(SwiftNames.escaped(identifier) == identifier)
    }

    @Test func `labels are escaped only where the compiler asks for it`() {
        #expect(SwiftNames.escapedLabel("class") == "class")
        #expect(SwiftNames.escapedLabel("inout") == "`inout`")
        #expect(SwiftNames.escapedParameter("let") == "`let`")
        #expect(SwiftNames.escapedParameter("class") == "class")
    }
}
