import SignalVocabulary

// The addresses of webhooks, which whoever knows them can write to, with or without their scheme.
extension TextScan {
    /// What stands behind the scheme of a URL and may be the address of one of Slack's webhooks: `hooks.slack.com/…`.
    ///
    /// - Returns: whether there was one.
    mutating func findSlackURL(at first: Int) -> Bool {
        guard standsInAnyCase("hooks.slack.com", at: first) else { return false }
        var path = first &+ 15
        if byte(path) == UInt8(ascii: ":") { path = end(from: path &+ 1, limit: 5, while: ASCII.isDigit) }
        guard byte(path) == UInt8(ascii: "/") else { return false }
        replaceURL(from: first, path: path)
        return true
    }

    /// A webhook of Slack's, told by the B of its second identifier: `hooks.slack.com/services/T…/B…`.
    ///
    /// Other addresses of Slack's, as of workflows, are known behind a scheme only: ``findSlackURL(at:)``.
    ///
    /// - Returns: whether there was one.
    @inline(never)
    mutating func findSlackWebhook(at index: Int) -> Bool {
        let team = beginning(before: index &- 1, limit: 16, while: ASCII.isAlphanumeric)
        guard byte(team) == UInt8(ascii: "T"), standsInAnyCase("/services/", at: team &- 10) else {
            return false
        }
        let first = endOfHost(before: team &- 10) &- 15
        guard standsInAnyCase("hooks.slack.com", at: first), beginsWord(at: first) else { return false }
        replaceURL(from: first, path: index)
        return true
    }

    /// A webhook of Discord's, of any version of its interface and on its test hosts, too, told by the b of
    /// `discord.com/api/v10/webhooks/…`.
    @inline(never)
    mutating func findDiscordWebhook(at index: Int) {
        var path = index &- 2
        guard standsInAnyCase("webhooks/", at: path) else { return }
        let version = beginning(before: path &- 1, limit: 3, while: ASCII.isDigit)
        if version < path &- 1, byte(version &- 1) | 0x20 == UInt8(ascii: "v") { path = version &- 1 }
        guard standsInAnyCase("/api/", at: path &- 5) else { return }
        let end = endOfHost(before: path &- 5)
        var first = end &- 11
        if !standsInAnyCase("discord.com", at: first) {
            first = end &- 14
            guard standsInAnyCase("discordapp.com", at: first) else { return }
        }
        if standsInAnyCase("ptb.", at: first &- 4) {
            first &-= 4
        } else if standsInAnyCase("canary.", at: first &- 7) {
            first &-= 7
        }
        guard beginsWord(at: first) else { return }
        replaceURL(from: first, path: index)
    }

    /// Where the host ends before `index`: there, or before the port.
    private mutating func endOfHost(before index: Int) -> Int {
        let port = beginning(before: index, limit: 5, while: ASCII.isDigit)
        return port < index && byte(port &- 1) == UInt8(ascii: ":") ? port &- 1 : index
    }

    /// Replaces from `first` to the end of the path that goes on at `path`.
    private mutating func replaceURL(from first: Int, path: Int) {
        let end = end(from: path) {
            ASCII.isToken($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/")
        }
        replace(first, end, with: "[token]")
    }
}
