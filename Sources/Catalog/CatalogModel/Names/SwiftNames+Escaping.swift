extension SwiftNames {
    /// The identifier as it is written where it is declared or used: in backticks if it is a keyword there.
    ///
    /// Good for properties, functions, cases and types. Argument labels are written by ``escapedLabel(_:)`` instead:
    /// backticks that are not needed there are a compiler warning.
    package static func escaped(_ identifier: String) -> String {
        isKeyword(identifier) ? "`\(identifier)`" : identifier
    }

    /// The identifier as a parameter of a function's declaration: only `inout`, `let` and `var` need backticks there.
    package static func escapedParameter(_ identifier: String) -> String {
        switch identifier {
        case "inout", "let", "var": "`\(identifier)`"
        default: identifier
        }
    }

    /// The identifier as an argument label of a call: only `inout` needs backticks there.
    package static func escapedLabel(_ identifier: String) -> String {
        identifier == "inout" ? "`inout`" : identifier
    }

    /// Whether the identifier needs backticks where it is declared or used.
    ///
    /// The reserved words of the Swift grammar (The Swift Programming Language, "Keywords and Punctuation"), `await`, which
    /// begins an expression, and `Type` and `Protocol`, which mean the metatype behind a dot.
    static func isKeyword(_ identifier: String) -> Bool {
        switch identifier.utf8.count {
        case 2:
            switch identifier {
            case "as", "do", "if", "in", "is": true
            default: false
            }
        case 3:
            switch identifier {
            case "Any", "for", "let", "nil", "try", "var": true
            default: false
            }
        case 4:
            switch identifier {
            case "case", "else", "enum", "func", "init", "self", "Self", "true", "Type": true
            default: false
            }
        case 5:
            switch identifier {
            case "await", "break", "catch", "class", "defer", "false", "guard", "inout", "super", "throw",
                "where",
                "while":
                true
            default: false
            }
        case 6:
            switch identifier {
            case "deinit", "import", "public", "repeat", "return", "static", "struct", "switch", "throws":
                true
            default: false
            }
        case 7...15:
            switch identifier {
            case "default", "private", "continue", "internal", "operator", "protocol", "Protocol", "rethrows",
                "extension", "subscript", "typealias", "fileprivate", "fallthrough", "associatedtype",
                "precedencegroup":
                true
            default: false
            }
        default: false
        }
    }
}
