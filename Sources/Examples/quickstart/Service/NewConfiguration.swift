/// What a session may use.
struct NewConfiguration: Codable {
    var bundles: [String]
    var providers: [String]
    var tools: [String]?

    /// The first problem with it; nil if it is valid.
    var problem: (field: String, rule: String, value: String?)? {
        if bundles.isEmpty { return ("bundles", "not_empty", nil) }
        if let unknown = bundles.first(where: { SessionService.bundles[$0] == nil }) {
            return ("bundles", "known_bundle", unknown)
        }
        if let unknown = providers.first(where: { !SessionService.providers.contains($0) }) {
            return ("providers", "known_provider", unknown)
        }
        return nil
    }
}
