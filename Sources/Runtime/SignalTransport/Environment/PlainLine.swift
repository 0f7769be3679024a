/// Text of somebody else's making as one line that is safe to show: white space as single spaces, control characters and what is no UTF-8
/// as U+FFFD, and no more than `maximumLength` characters, the last an ellipsis if some are left out.
package func plainLine(_ bytes: some Sequence<UInt8>, maximumLength: Int) -> String {
    // No character of interest takes more than four bytes, so what is behind these cannot be shown anyway.
    let text = String(decoding: Array(bytes.prefix(maximumLength * 4 + 4)), as: UTF8.self)
    var line = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
        let isSpace = scalar.properties.isWhitespace
        if isSpace, line.last ?? " " == " " { continue }
        guard count < maximumLength else {
            line.removeLast()
            line.append("…")
            break
        }
        switch scalar.properties.generalCategory {
        case _ where isSpace: line.append(" ")
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            line.append("\u{FFFD}")
        default: line.append(scalar)
        }
        count += 1
    }
    if line.last == " " { line.removeLast() }
    return String(line)
}
