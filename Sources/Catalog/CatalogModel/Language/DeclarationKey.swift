import SignalVocabulary

/// The keys that declarations of several kinds share.
package enum DeclarationKey: Hashable, Sendable, CaseIterable {
    case description, owner, stability, since, expires, deprecated, renamedFrom, swiftName, links, tags
    case suppress, include, properties, removed

    /// The key as it is written. It is the same for all kinds.
    package var name: String { definition(of: .event).name }

    /// The row of the key, for declarations of a kind.
    func definition(of kind: DeclarationKind) -> KeyDefinition {
        switch self {
        case .description:
            switch kind {
            case .event:
                KeyDefinition(
                    "description", .text, "What happened, in a sentence.",
                    example: "description: A session was created.", isRequired: true)
            case .group, .context:
                KeyDefinition(
                    "description", .text, "What the bundle is for.",
                    example: "description: What every request has.")
            }
        case .owner:
            KeyDefinition(
                "owner", .text, "Who answers for it; the catalog's owner if it is left out.",
                example: "owner: payments")
        case .stability:
            KeyDefinition(
                "stability",
                .choice(Stability.allCases.map(\.rawValue), default: Stability.stable.rawValue),
                "How settled it is. What is in development may change without notice.",
                example: "stability: development, expires: 2027-01-31")
        case .since:
            KeyDefinition("since", .version, "The catalog version that brought it.", example: "since: 1.0.0")
        case .expires:
            KeyDefinition(
                "expires", .day, "The day after which it should be gone.", example: "expires: 2027-01-31")
        case .deprecated:
            KeyDefinition(
                "deprecated", .mapping(.deprecation),
                "Set when it should no longer be used: callers get a warning from the compiler.",
                example: "deprecated: { since: 1.0.0, reason: Nobody reads it. }")
        case .renamedFrom:
            KeyDefinition(
                "renamed_from", .name, "The name it had before, so that a comparison knows.",
                example: "renamed_from: session_opened")
        case .swiftName:
            KeyDefinition(
                "swift_name", .swiftName, "Its Swift name, where the one derived from the name will not do.",
                example: "swift_name: sessionStarted")
        case .links:
            KeyDefinition(
                "links", .texts, "Addresses of pages about it, such as a review or a dashboard.",
                example: "links: [\"https://example.org/reviews/42\"]",
                aliases: ["link", "urls", "references"])
        case .tags:
            KeyDefinition(
                "tags", .texts, "Words by which it can be found and grouped.", example: "tags: [billing]",
                aliases: ["tag", "labels", "keywords"])
        case .suppress:
            KeyDefinition(
                "suppress", .suppressions, "Rules that are not to speak up here, each with the reason.",
                example: "suppress: { short-description: The name says it. }")
        case .include:
            KeyDefinition(
                "include", .groups, "Groups whose properties are taken in, in this order.",
                example: "include: [request]")
        case .properties:
            KeyDefinition(
                "properties", .named(.property), "What each of them says.",
                example: "properties: { path: { type: string, description: The route. } }")
        case .removed:
            KeyDefinition(
                "removed", .named(.tombstone),
                "Its own properties that are gone, so that their names are never used again.",
                example: "removed: { old_path: { since: 1.1.0, reason: Never used. } }")
        }
    }
}
