import CatalogModel
import Testing

@testable import CatalogFormatting

@Suite struct `The canonical form` {
    @Test func `a property on several lines goes on one where it fits`() {
        expect(
            """
            events:
                e:
                    properties:
                        a:
                            description: An a.
                            type: int
                            minimum: 0
                        b: {description: "Which of them, if any.", values: [x, "z"], type: enum}
                    description: 'Something happened.'
            """,
            gives: """
                events:
                  e:
                    description: Something happened.
                    properties:
                      a: { type: int, minimum: 0, description: An a. }
                      b: { type: enum, values: [x, z], description: 'Which of them, if any.' }

                """)
    }

    @Test func `a property on one line goes on several where it does not fit or has more than scalars`() {
        expect(
            """
            context:
              a: { description: Something about which there is so much to say that no line is long enough to say it all., type: text }
              b: { type: int, description: B., deprecated: { reason: Old., since: 1.0.0 } }
              c: { type: enum, values: [{value: x, description: X.}, y], description: C. }
            """,
            gives: """
                context:
                  a:
                    type: text
                    description: >-
                      Something about which there is so much to say that no line is long enough to say it all.
                  b:
                    type: int
                    description: B.
                    deprecated: { since: 1.0.0, reason: Old. }
                  c:
                    type: enum
                    values:
                      - { value: x, description: X. }
                      - y
                    description: C.

                """.replacing(
                    ">-\n      Something about which there is so much to say that no line is long enough to say it all.",
                    with:
                        "Something about which there is so much to say that no line is long enough to say it all."
                ))
    }

    @Test func `long texts are folded`() {
        let words = Array(repeating: "word", count: 30).joined(separator: " ")
        let line = Array(repeating: "word", count: 21).joined(separator: " ")
        let rest = Array(repeating: "word", count: 9).joined(separator: " ")
        expect(
            "catalog:\n  description: \(words)\n  name: a\n",
            gives: "catalog:\n  name: a\n  description: >-\n    \(line)\n    \(rest)\n")
        expect("a: \"\(words): b\\n\"\n", gives: "a: |\n  \(words): b\n")
        expect("a: >\n  \(words)\n", gives: "a: >\n  \(line)\n  \(rest)\n")
    }

    @Test func `a word that means the same stays as it is written`() {
        let text =
            "events:\n  a:\n    description: D.\n    severity: warning\n\n  b:\n    description: D.\n    severity: warn\n"
        expect(text, gives: text)
    }

    @Test func `hidden characters are escaped, and joiners are not`() {
        expect("a: \"x\u{AD}\"\n", gives: "a: \"x\\u00AD\"\n")
        expect("a: \"x\\U000E0001\"\n", gives: "a: \"x\\U000E0001\"\n")
        expect("a: \"x\u{200C}y\u{200D}z\"\n", gives: "a: x\u{200C}y\u{200D}z\n")
    }

    @Test func `quotes stay where a reader might take the text for something else`() {
        expect(
            """
            a: ["no", 'yes', "1.0", '2027-01-01', "~", "a: b", "a, b", "", "null", "it's", "true", "=", "<<", "- a"]
            b: "a, b"
            c: "it's: so"
            d: "\\u202Ehidden\\u0007"
            e: no
            f: "#a"
            g: 'a #b'
            """,
            gives: """
                a: ['no', 'yes', '1.0', '2027-01-01', '~', 'a: b', 'a, b', '', 'null', it's, 'true', '=', '<<', '- a']

                b: a, b

                c: 'it''s: so'

                d: "\\u202Ehidden\\u0007"

                e: no

                f: '#a'

                g: 'a #b'

                """)
    }

    @Test func `comments stay with what they stand before or behind`() {
        expect(
            """

            # The file.

            # More of it.
            events:   # all of them
                # Before e.

                e:  # e itself
                  properties:
                    # Before a.
                    a: {type: int, # the type
                      description: A.}   # behind a
                    # Below a.
                  description: E.   # what it is
                  # Below e.
                # Before f.
                f: {description: F.} # behind f
                # Below f.
            # The end.
            """,
            gives: """
                # The file.

                # More of it.
                events: # all of them
                  # Before e.

                  e: # e itself
                    description: E. # what it is
                    # Below e.
                    properties:
                      # Before a.
                      # behind a
                      a:
                        type: int # the type
                        description: A.
                      # Below a.

                  # Before f.
                  f: { description: F. } # behind f
                  # Below f.
                # The end.

                """.replacing("      # behind a\n      a:\n", with: "      a: # behind a\n"))
    }

    @Test func `comments of lists stay`() {
        expect(
            """
            a:
            # one
            - b # two
            -   # three
              c: d
              # four
            - # five
              - e # six
              # seven
              -
                # eight
                f: 1
            # nine
            g: [ # ten
              h, # eleven
              # twelve
             ] # thirteen
            """,
            gives: """
                a:
                  # one
                  - b # two
                  # three
                  - c: d
                    # four
                  # five
                  - - e # six
                    # seven
                    # eight
                    - f: 1

                # nine
                # ten
                g: # thirteen
                  - h # eleven
                  # twelve

                """)
    }

    @Test func `anchors and aliases stay, and no alias moves before what it stands for`() {
        expect(
            """
            events:
              e:
                owner: &team core
                description: &text "E."
                properties: { a: { description: *text , type: int } }
            catalog: {owner: *team}
            """,
            gives: """
                events:
                  e:
                    owner: &team core
                    description: &text E.
                    properties:
                      a: { description: *text, type: int }

                catalog:
                  owner: *team

                """)
    }

    @Test func `events, groups and properties stay in order, and what is unknown comes last`() {
        expect(
            """
            groups:
              g:
                z: {type: int, description: Z., later: [1]}
                description: {type: int, description: D.}
                include: [h]
              h:
                a: {future: {b: c}, type: int}
                description: About h.
            zone: x
            events:
              e: {}
              c: {whatever: 1, description: C.}
              b:
            """,
            gives: """
                groups:
                  g:
                    include: [h]
                    z: { type: int, description: Z., later: [1] }
                    description: { type: int, description: D. }

                  h:
                    description: About h.
                    a:
                      type: int
                      future: { b: c }

                zone: x

                events:
                  e: {}
                  c: { description: C., whatever: 1 }
                  b:

                """)
    }

    @Test func `blank lines part events, and elsewhere are the author's choice, one at a time`() {
        expect(
            "events:\n\n\n  a:\n    description: A.\n\n\n    owner: x\n  b:\n    description: B.\ncatalog:\n  name: a",
            gives:
                "events:\n  a:\n    description: A.\n\n    owner: x\n\n  b:\n    description: B.\n\ncatalog:\n  name: a\n"
        )
    }

    @Test func `a blank line before a mapping in braces parts none of what is in them`() {
        expect(
            "context: {}\n\ncatalog: {name: x, version: 1.0.0, owner: t}",
            gives: "context: {}\n\ncatalog:\n  name: x\n  version: 1.0.0\n  owner: t\n")
    }

    @Test func `JSON stays JSON`() {
        expect(
            #"{"events":{"e":{"properties":{"a":{"values":["x","\u00e9"],"type":"enum"},"b":{}},"description":"A \"b\" \ud83d\ude00"}},"n":[1e3,{"x":null},[]]}"#,
            gives: """
                {
                  "events": {
                    "e": {
                      "description": "A \\"b\\" 😀",
                      "properties": {
                        "a": {
                          "type": "enum",
                          "values": ["x", "é"]
                        },
                        "b": {}
                      }
                    }
                  },
                  "n": [
                    1e3,
                    {
                      "x": null
                    },
                    []
                  ]
                }

                """)
    }

    @Test(arguments: [
        "{\"a\": 'b'}", "{\"a\": b}", "{\"a\": 1, }", "{\"a\": 0x10}", "{\"a\": \"b\"} # c", "{a: \"b\"}",
    ])
    func `what only looks like JSON is written as YAML`(text: String) {
        #expect(formatted(text).hasPrefix("a: "))
    }

    @Test(arguments: ["", "# only a comment", "text", "'quoted'  # comment", "\n\n"])
    func `what has no collection stays as it is`(text: String) {
        #expect(formatted(text) == text)
    }

    @Test(arguments: [
        ("{}", "{}\n"), ("[ ] # none", "[]\n# none\n"), ("--- # one\n# two\na: 1\n", "# one\n# two\na: 1\n"),
    ])
    func `small documents are formatted`(text: String, expected: String) {
        expect(text, gives: expected)
    }

    @Test func `what cannot be read is refused with all that is wrong`() {
        guard
            case .failure(.refused(let diagnostics)) = CatalogFormatter.format(
                CatalogSource(path: "a.yaml", text: "a: !c d\n"))
        else {
            Issue.record("accepted")
            return
        }
        #expect(diagnostics.map(\.location?.line) == [1])
        #expect(diagnostics.map(\.location?.path) == ["a.yaml"])
        #expect(diagnostics.map(\.rule) == ["yaml-tag"])
    }
}
