import Testing

@testable import CatalogImport

@Suite struct SemanticConventionsTests {
    @Test func `events of the groups form take their attributes from other files`() {
        let lines = imported(
            .semanticConventions,
            """
            groups:
              - id: registry.app
                type: attribute_group
                brief: Attributes.
                attributes:
                  - id: app.screen.id
                    type: string
                    stability: development
                    brief: The screen.
                    examples: ["main", "settings"]
                  - id: app.state
                    type:
                      members:
                        - { id: active, value: "active", brief: In front., stability: stable }
                        - { id: gone, value: "gone", stability: stable }
                    brief: The state.
                  - id: app.header
                    type: template[string]
                    brief: A header.
            """,
            """
            groups:
              - id: event.app.screen.shown
                type: event
                name: app.screen.shown
                stability: stable
                brief: >
                  A screen was shown.
                attributes:
                  - ref: app.screen.id
                    requirement_level: required
                  - ref: app.state
                    brief: The state it is in.
                    requirement_level: { conditionally_required: If it is known. }
                  - ref: app.header
                  - ref: app.nothing
              - id: span.app
                type: span
                brief: A span.
            """)
        #expect(
            lines == [
                "app.screen.shown stable: A screen was shown.",
                "  app.screen.id string required example=main: The screen.",
                "  app.state enum [active,gone,…]: The state it is in.\n\nRequired: If it is known.",
                #"2:16 note import-left-out: the span "span.app" is left out"#,
                #"2:14 warning import-left-out: the attribute "app.header" of "app.screen.shown" is left out: it is of the type "template[string]""#,
                #"2:15 warning import-left-out: the attribute "app.nothing" of "app.screen.shown" is left out: it is defined in none of the files"#,
            ])
    }

    @Test func `events of definition 2 refer to attributes and to groups of them`() {
        let lines = imported(
            .semanticConventions,
            """
            file_format: definition/2
            attributes:
              - key: cart.items
                type: int
                stability: stable
                brief: How many.
              - key: cart.codes
                type: string[]
                stability: stable
                brief: Which.
                note: In the order of the cart.
            attribute_groups:
              - id: cart.common
                visibility: internal
                attributes:
                  - ref: cart.items
                    requirement_level: required
            events:
              - name: cart.emptied
                brief: A cart was emptied.
                stability: development
                deprecated: { reason: renamed, renamed_to: cart.cleared }
                attributes:
                  - ref_group: cart.common
                  - ref: cart.codes
                annotations: { a: b }
            metrics:
              - name: cart.size
                instrument: gauge
            """)
        #expect(
            lines == [
                "cart.emptied development deprecated=Renamed to cart.cleared.: A cart was emptied.",
                "  cart.items int required: How many.",
                "  cart.codes list of string: Which.\n\nIn the order of the cart.",
                #"1:26 note import-left-out: "annotations" of the event "cart.emptied" is left out"#,
                #"1:28 note import-left-out: "cart.size" is left out"#,
            ])
    }

    @Test func `groups that refer to each other are said, not followed for ever`() {
        let lines = imported(
            .semanticConventions,
            """
            groups:
              - { id: a, type: attribute_group, extends: b }
              - { id: b, type: attribute_group, extends: a }
              - { id: event.c, type: event, brief: C., extends: a }
            """)
        #expect(lines.count == 2)
        #expect(lines.last?.hasSuffix("is left out: groups refer to each other") == true)
    }
}
