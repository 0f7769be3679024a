extension Node {
    /// The bytes of the file that are a scalar's text as it is, without quotes; nil when it is written with escapes or on
    /// several lines.
    package var textRange: Range<Int>? {
        guard case .scalar(let scalar) = content else { return nil }
        let count = scalar.text.utf8.count
        switch scalar.style {
        case .plain where length == count: return start.offset..<start.offset + count
        case .singleQuoted where length == count + 2, .doubleQuoted where length == count + 2:
            return start.offset + 1..<start.offset + 1 + count
        default: return nil
        }
    }
}
