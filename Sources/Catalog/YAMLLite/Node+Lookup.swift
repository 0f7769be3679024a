extension Node {
    /// The entries, from the outermost in, that lead to the key at a position: the last one is the key's own. Empty when no
    /// key of a mapping within mappings stands there.
    ///
    /// A binary search on every level, for entries are in the order of the text.
    package func entries(leadingToKeyAt line: Int, column: Int) -> [Entry] {
        var path: [Entry] = []
        var node = self
        while let entry = node.lastEntry(startingAtOrBefore: line, column: column) {
            path.append(entry)
            if entry.key.start.line == line, entry.key.start.column == column { return path }
            node = entry.value
        }
        return []
    }

    /// The last entry of a mapping whose key begins at a position or before it; nil when there is none, or it is no mapping.
    ///
    /// A binary search, for entries are in the order of the text.
    package func lastEntry(startingAtOrBefore line: Int, column: Int) -> Entry? {
        guard case .mapping(let entries) = content else { return nil }
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            let start = entries[middle].key.start
            if (start.line, start.column) <= (line, column) { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? entries[low - 1] : nil
    }
}
