import Signalbook
import Testing

@Suite struct ClosedEnumerationTests {
    /// As the generator writes one.
    private enum Method: ClosedEnumeration {
        case get
        case post
        case accent
        case initial

        var wireValue: StaticString {
            switch self {
            case .get: "GET"
            case .post: "a value of more than fifteen bytes"
            case .accent: "café"
            case .initial: "G"
            }
        }

        init?(rawValue: String) { self.init(rawValue: rawValue, among: .get, .post, .accent, .initial) }
    }

    private static let all: [Method] = [.get, .post, .accent, .initial]

    @Test func `each value is equal to itself alone`() {
        for (index, one) in Self.all.enumerated() {
            for (other, two) in Self.all.enumerated() { #expect((one == two) == (index == other)) }
        }
        #expect(Set(Self.all + Self.all).count == 4)
        #expect(Method.get.hashValue == Method.get.hashValue)
    }

    @Test func `a value is found by its text and by no other`() {
        for value in Self.all { #expect(Method(rawValue: value.rawValue) == value) }
        #expect(Self.all.map(\.rawValue) == ["GET", "a value of more than fifteen bytes", "café", "G"])
        #expect(Method(rawValue: "cafe\u{301}") == .accent)
        for text in ["", "get", "GE", "GETT", "GET "] { #expect(Method(rawValue: text) == nil, "\(text)") }
    }
}
