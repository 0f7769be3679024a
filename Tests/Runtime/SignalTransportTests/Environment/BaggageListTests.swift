import SignalTransport
import Testing

@Suite struct BaggageListTests {
    private func pairs(_ text: String) -> [String] {
        BaggageList(text).members.map { "\($0.key)=\($0.value)" }
    }

    @Test func `members are trimmed and percent-decoded on both sides`() {
        #expect(pairs(" a = 1 ,b%2Cc=%E2%82%AC%3D,d=") == ["a=1", "b,c=€=", "d="])
    }

    @Test func `only the first equals sign parts key and value, and a semicolon is part of the value`() {
        #expect(pairs("authorization=Basic YQ==;x=y") == ["authorization=Basic YQ==;x=y"])
    }

    @Test func `empty members are skipped`() {
        #expect(pairs(",, a=1 , ,") == ["a=1"])
        #expect(BaggageList("").members.isEmpty && BaggageList(" , ").errors.isEmpty)
    }

    @Test(arguments: [
        ("a", "has no ="), ("=1", "has no key"), ("a=%", "percent-encoded"), ("a=%4", "percent-encoded"),
        ("a=%zz", "percent-encoded"),
        ("a=%ff", "UTF-8"), ("%=1", "percent-encoded"),
    ])
    func `a member that cannot be read is named by its place, without its text`(
        member: String, reason: String
    ) throws {
        let list = BaggageList("x=1, ,\(member),y=2")
        #expect(list.members.map(\.key) == ["x", "y"])
        let error = try #require(list.errors.first)
        #expect(list.errors.count == 1 && error.place == 2)
        #expect(error.reason.contains(reason))
    }

    @Test func `what is past 256 members is not read`() {
        let list = BaggageList(String(repeating: "a=1,", count: 10_000))
        #expect(list.members.count == 256)
        #expect(list.errors.map(\.place) == [257])
    }
}
