import SignalVocabulary

/// A text that another program made, as one line that is safe to show.
///
/// White space becomes single spaces. Hidden characters (``HiddenCharacters``) and bytes that are not UTF-8 become U+FFFD. The line has at
/// most `maximumLength` characters; if some are left out, the last one is an ellipsis.
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
        line.append(isSpace ? " " : HiddenCharacters.contains(scalar) ? "\u{FFFD}" : scalar)
        count += 1
    }
    if line.last == " " { line.removeLast() }
    return String(line)
}
