/// Collects findings by what they are about, so that a gigabyte with one mistake in every line gives one finding with a count.
struct FindingLog {
    /// What findings have in common that are counted together.
    struct Key: Hashable {
        var rule: RecordingRule
        /// The number of the catalog; -1: none.
        var catalog: Int32 = -1
        /// The number of the event; -1: none.
        var event: Int32 = -1
        /// The number of the property of that event; -1: none.
        var property: Int32 = -1
        /// What else tells findings of one rule apart, such as the reason why a line is no JSON.
        var detail: UInt8 = 0
        /// A name that the catalog does not know.
        var name: String?
    }

    /// Findings that are counted together.
    struct Group {
        var key: Key
        var count: Int
        /// The first of them.
        var places: [RecordingPlace]
        /// What the first of them has, where it may be shown.
        var example: String?
    }

    /// How many places are kept of each.
    static let placesPerGroup = 3
    /// How many names that the catalog does not know are kept apart; what comes after goes into one group a rule.
    static let maximumNames = 500

    private(set) var groups: [Group] = []
    private var numbers: [Key: Int] = [:]
    private var last = -1
    private var nameCount = 0

    /// Counts a finding.
    ///
    /// - Parameter example: asked for the first time only.
    mutating func add(_ key: Key, at place: @autoclosure () -> RecordingPlace, example: () -> String?) {
        if last >= 0, groups[last].key == key {
            groups[last].count += 1
            if groups[last].places.count < Self.placesPerGroup { groups[last].places.append(place()) }
            return
        }
        if let number = numbers[key] {
            last = number
            groups[number].count += 1
            if groups[number].places.count < Self.placesPerGroup { groups[number].places.append(place()) }
            return
        }
        if key.name != nil {
            guard nameCount < Self.maximumNames else {
                var other = key
                other.name = nil
                return add(other, at: place(), example: { nil })
            }
            nameCount += 1
        }
        last = groups.count
        numbers[key] = last
        groups.append(Group(key: key, count: 1, places: [place()], example: example()))
    }
}
