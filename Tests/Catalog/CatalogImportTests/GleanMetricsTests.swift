import Testing

@testable import CatalogImport

@Suite struct GleanMetricsTests {
    @Test func `metrics of type event become events`() {
        let lines = imported(
            .glean,
            """
            ---
            $schema: moz://mozilla.org/schemas/glean/metrics/2-0-0
            toolbar.main:
              click:
                type: event
                description: >
                  Somebody clicked.
                bugs: [https://example.com/1]
                notification_emails: [a@example.com, b@example.com]
                expires: 2027-01-31
                extra_keys:
                  button: { type: string, description: Which button. }
                  times: { type: quantity, description: How often. }
                  is_first: { type: boolean }
              opens:
                type: counter
                description: How often it was opened.
            search:
              made:
                type: event
                description: A search.
                data_sensitivity: [web_activity]
                expires: never
                extra_keys:
                  term: { description: What for. }
                  is_private: { type: boolean, description: Where. }
            """)
        #expect(
            lines == [
                "toolbar.main.click stable owner=a@example.com, b@example.com expires=2027-01-31: Somebody clicked.",
                "  button string: Which button.",
                "  times int: How often.",
                "  is_first bool: Not described where it was imported from.",
                "search.made stable: A search.",
                "  term string personal=hash: What for.",
                "  is_private bool personal=drop: Where.",
                #"1:14 note import-incomplete: the extra key "is_first" has no description"#,
                #"1:8 note import-left-out: "bugs" of the event "toolbar.main.click" is left out"#,
                #"1:15 note import-left-out: the metric "toolbar.main.opens" of type "counter" is left out"#,
            ])
    }
}
