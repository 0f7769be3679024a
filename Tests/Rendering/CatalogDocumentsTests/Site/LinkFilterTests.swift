import DocumentTools
import Testing

@testable import CatalogDocuments

@Suite struct LinkFilterTests {
    @Test func `a link sets one filter of the list of events`() {
        #expect(
            Link(root: "", filter: "owner", value: "a&b=c é").text == "events.html#owner=a%26b%3Dc%20%C3%A9")
    }
}
