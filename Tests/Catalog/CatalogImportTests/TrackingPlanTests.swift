import Testing

@testable import CatalogImport

@Suite struct TrackingPlanTests {
    private static let schema = #"""
        {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","description":"An order went through.",
         "properties":{"context":{},"traits":{"properties":{"plan":{"type":"string"}}},
          "properties":{"type":"object","required":["Order ID"],"properties":{
            "Order ID":{"type":"string","description":"Its number.","pattern":"^[A-Z]{2}$"},
            "total":{"type":["number","null"],"description":"In euros.","maximum":9.5},
            "products":{"type":"array","items":{"type":"object"},"description":"What."}}}}}
        """#

    private static let expected = [
        "order_completed stable: An order went through.",
        "  order_id string required pattern=[A-Z]{2}: Its number.",
        "  total double maximum=9.5: In euros.",
    ]

    @Test func `rules of the Public API become events`() {
        let lines = imported(
            .segment,
            #"{"data":{"rules":[{"type":"TRACK","key":"Order Completed","version":1,"jsonSchema":"#
                + Self.schema
                + #"},{"type":"IDENTIFY","key":null,"jsonSchema":{}}],"pagination":{}}}"#)
        #expect(Array(lines.prefix(3)) == Self.expected)
        #expect(
            lines.dropFirst(3).map { $0.drop { $0 != " " } } == [
                #" note import-renamed: the event "Order Completed" is called "order_completed""#,
                #" note import-renamed: the property "Order ID" is called "order_id""#,
                #" warning import-left-out: the property "products" is left out: a list of the catalog holds texts, numbers or truth values"#,
                #" note import-left-out: "traits" of the event "Order Completed" is left out"#,
                #" note import-left-out: the rule of type "IDENTIFY" is left out"#,
            ])
    }

    @Test func `the older form, with events under rules, becomes the same events`() {
        let lines = imported(
            .segment,
            #"{"name":"workspaces/x","display_name":"X","rules":{"events":[{"name":"Order Completed","version":1,"rules":"#
                + Self.schema + #"}],"global":{}}}"#)
        #expect(Array(lines.prefix(3)) == Self.expected)
        #expect(lines.last?.hasSuffix(#"note import-left-out: "global" of "rules" is left out"#) == true)
    }

    @Test func `a file that is no tracking plan is refused`() {
        #expect(
            imported(.segment, #"{"events":[]}"#) == [
                #"1:1 error import-unreadable: the tracking plan has no "rules""#
            ])
    }
}
