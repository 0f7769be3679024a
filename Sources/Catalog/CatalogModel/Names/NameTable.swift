/// Finds names that were given before. Made for few names, of which there are thousands of sets: up to a dozen are compared one
/// by one, which costs less than hashing them in an unoptimised build; more go into a dictionary.
struct NameTable {
    private static let smallCount = 12

    private var names: [String] = []
    private var numbers: [String: Int] = [:]

    /// Adds a name, and hands back the number of the first that is equal to it; nil when it is new. Names are numbered from 0
    /// in the order added, whether new or not.
    mutating func insert(_ name: String) -> Int? {
        let count = names.count
        names.append(name)
        if count < Self.smallCount {
            var number = 0
            while number < count {
                if names[number] == name { return number }
                number += 1
            }
            return nil
        }
        if count == Self.smallCount {
            for number in 0..<count where numbers[names[number]] == nil { numbers[names[number]] = number }
        }
        if let first = numbers[name] { return first }
        numbers[name] = count
        return nil
    }
}
