/// What `catalog:` says.
struct RawHeader {
    var name: String
    var version: String
    var description: String?
    var owner: String?
    var swift: SwiftSettings
    var approvals: [Approval]?
    var rules: [RuleConfiguration]
    var location: SourceLocation
}
