import Synchronization

/// Whether this is a child's copy of something that belongs to its parent.
final class InheritanceFlag: Sendable {
    private let value = Atomic<Bool>(false)

    func load() -> Bool { value.load(ordering: .relaxed) }
    func store(_ newValue: Bool) { value.store(newValue, ordering: .relaxed) }
}
