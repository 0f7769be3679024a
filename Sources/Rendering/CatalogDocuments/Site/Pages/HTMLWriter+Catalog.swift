import CatalogModel
import DocumentTools
import SignalVocabulary

extension HTMLWriter {
    /// A badge for how private a property is and what becomes of it; nothing for one that is neither.
    mutating func privacy(of property: Property) {
        let treatment = property.treatment
        if property.sensitivity.isSensitive {
            element(
                "span", .class("badge badge-private"),
                text: property.sensitivity.rawValue + (treatment.map { ", " + $0 } ?? ""))
        } else if let treatment {
            element("span", .class("badge badge-note"), text: treatment)
        } else if property.sensitivity == .public {
            element("span", .class("badge badge-public")) { $0.literal("public") }
        }
    }

    /// A badge for how bad an event is.
    mutating func severity(_ severity: Severity) {
        switch severity {
        case .error, .fatal: element("li", .class("badge badge-error"), text: severity.name)
        case .warning: element("li", .class("badge badge-warning"), text: severity.name)
        case .trace, .debug, .info: element("li", .class("badge badge-severity"), text: severity.name)
        }
    }

    /// A block of code with a title.
    mutating func sample(_ title: StaticString, label: String, content: (inout HTMLWriter) -> Void) {
        element("figure", .class("sample")) { html in
            html.element("figcaption") { $0.literal(title) }
            html.element("pre", .isFocusable, .role("region"), .label(label)) {
                $0.element("code", content: content)
            }
        }
    }

    /// An example record, a field a line.
    mutating func json(_ value: JSONValue) {
        guard case .object(let members) = value else { return }
        literal("{")
        for (index, member) in members.enumerated() {
            literal(index == 0 ? "\n  " : ",\n  ")
            element("span", .class("key"), text: JSONValue.string(member.name).line)
            literal(": ")
            let text = member.value.line
            switch member.value {
            case .string: element("span", .class("string"), text: text)
            case .integer, .double, .bool, .null: element("span", .class("number"), text: text)
            case .array, .object: self.text(text)
            }
        }
        literal("\n}")
    }

    /// An example call, with its labels, strings and numbers told apart.
    mutating func swift(_ source: String) {
        for token in SwiftTokens.split(source) {
            switch token.kind {
            case .plain: text(token.text)
            case .string: element("span", .class("string"), text: token.text)
            case .number: element("span", .class("number"), text: token.text)
            case .label: element("span", .class("key"), text: token.text)
            }
        }
    }
}
