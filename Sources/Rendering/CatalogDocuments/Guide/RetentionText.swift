import CatalogModel

/// For how long something is kept, in words.
enum RetentionText {
    /// A number of days: `90 days`.
    static func days(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }
}

extension CatalogGuide {
    /// For how long an event is kept, `90 days`; nil where the catalog does not say.
    func retention(of event: Event) -> String? {
        catalog.retentionDays(of: event).map(RetentionText.days)
    }

    /// For how long a property is kept by the event that keeps it longest; nil where one of them does not say, or none has it.
    func retention(of item: PersonalDataInventory.Item) -> String? {
        var longest = 0
        for entry in item.isContext ? events : item.events.map({ events[$0] }) {
            guard let days = catalog.retentionDays(of: entry.event) else { return nil }
            longest = max(longest, days)
        }
        return longest == 0 ? nil : RetentionText.days(longest)
    }
}
