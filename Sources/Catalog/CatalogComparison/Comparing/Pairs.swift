/// Which old thing is which new one.
///
/// Things of one name are the same. Where the old name is gone and the new one was not there before, they are the same too if
/// the new one says so by `renamed_from`. (What `replaced_by` names was there before: it replaces, and is not, the old one.)
struct Pairs<Element: Renamable> {
    /// The things that both have, in the order of the new ones.
    private(set) var kept: [(old: Element, new: Element)] = []
    /// The old things that are gone, in their order.
    private(set) var removed: [Element] = []
    /// The things that were not there before, in their order.
    private(set) var added: [Element] = []

    /// The pairs of two lists, each of which has every name once.
    init(_ old: [Element], _ new: [Element]) {
        // Most often nothing was renamed, moved, added or removed.
        if old.count == new.count, zip(old, new).allSatisfy({ $0.name == $1.name }) {
            kept = Array(zip(old, new))
            return
        }
        var oldIndices: [String: Int] = [:]
        for (index, element) in old.enumerated() { oldIndices[element.name] = index }
        var origins = [Int?](repeating: nil, count: new.count)
        var isTaken = [Bool](repeating: false, count: old.count)
        for (index, element) in new.enumerated() {
            guard let origin = oldIndices[element.name] else { continue }
            origins[index] = origin
            isTaken[origin] = true
        }
        for (index, element) in new.enumerated() where origins[index] == nil {
            guard let name = element.renamedFrom, let origin = oldIndices[name], !isTaken[origin] else {
                continue
            }
            origins[index] = origin
            isTaken[origin] = true
        }
        for (index, element) in new.enumerated() {
            if let origin = origins[index] {
                kept.append((old[origin], element))
            } else {
                added.append(element)
            }
        }
        removed = old.indices.filter { !isTaken[$0] }.map { old[$0] }
    }
}
