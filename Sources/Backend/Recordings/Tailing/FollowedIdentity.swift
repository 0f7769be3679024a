/// Which file is at a path, and how large it is.
package struct FollowedIdentity: Sendable, Hashable {
    /// What distinguishes it from others: the device of the file and its number there.
    package var number: [UInt64]
    /// Its bytes.
    package var size: Int

    /// An identity.
    package init(number: [UInt64], size: Int) {
        self.number = number
        self.size = size
    }
}
