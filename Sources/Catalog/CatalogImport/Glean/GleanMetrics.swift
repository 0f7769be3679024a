import CatalogModel
import SignalVocabulary
import YAMLLite

/// Glean's `metrics.yaml` (mozilla/glean_parser, `metrics.2-0-0.schema.yaml`): metrics of type `event` with their extra keys.
///
/// The event is called `category.metric`, as Glean's own tables call it. Extra keys are optional there, and so they are here.
enum GleanMetrics {
    /// Reads one file.
    static func read(_ document: Document, into draft: inout Draft) {
        guard var file = Fields(document.root, of: "the file", in: document.path, reportingTo: &draft) else {
            return
        }
        file.ignore("$schema")
        for key in ["no_lint", "$tags"] where file.take(key) != nil {
            draft.leaveOut("\(Quoted.text(key)) of the file", at: file.place)
        }
        for category in file.takeRest() {
            let subject = "the category \(Quoted.text(category.keyText))"
            guard var metrics = Fields(category.value, of: subject, in: document.path, reportingTo: &draft)
            else { continue }
            for metric in metrics.takeRest() {
                readMetric(metric, in: category.keyText, document.path, &draft)
            }
        }
    }

    private static func readMetric(_ entry: Entry, in category: String, _ path: String, _ draft: inout Draft)
    {
        let full = category + "." + entry.keyText
        let place = SourceLocation(path: path, entry.key)
        guard
            var fields = Fields(
                entry.value, of: "the metric \(Quoted.text(full))", in: path, reportingTo: &draft)
        else { return }
        let type = fields.text("type", &draft) ?? ""
        guard type == "event" else {
            return draft.leaveOut("the metric \(Quoted.text(full)) of type \(Quoted.text(type))", at: place)
        }
        guard let name = draft.name(full, of: "the event", at: place) else { return }
        fields.subject = "the event \(Quoted.text(full))"
        var event = Event(
            name: name,
            description: draft.description(fields.text("description", &draft), of: fields.subject, at: place),
            location: place)
        let owners = fields.list("notification_emails", &draft).compactMap { $0.scalar?.text }
        if !owners.isEmpty { event.owner = owners.joined(separator: ", ") }
        if let expires = fields.text("expires", &draft), expires != "never" {
            if DateSyntax.isDate(expires) {
                event.expires = expires
            } else {
                draft.leaveOut("the expiry \(Quoted.text(expires)) of \(fields.subject)", at: place)
            }
        }
        let isSensitive = fields.list("data_sensitivity", &draft).contains {
            ["web_activity", "stored_content", "highly_sensitive"].contains($0.scalar?.text)
        }
        if let extra = fields.take("extra_keys"),
            var keys = Fields(extra, of: "the extra keys of \(fields.subject)", in: path, reportingTo: &draft)
        {
            for key in keys.takeRest() {
                if let property = property(key, isSensitive: isSensitive, in: path, &draft) {
                    event.properties.append(property)
                }
            }
        }
        // How Glean ships it, which is not a catalog's business.
        fields.ignore("send_in_pings", "lifetime", "version")
        fields.finish(&draft)
        draft.add(event)
    }

    private static func property(
        _ entry: Entry, isSensitive: Bool, in path: String, _ draft: inout Draft
    ) -> Property? {
        let place = SourceLocation(path: path, entry.key)
        let subject = "the extra key \(Quoted.text(entry.keyText))"
        guard let name = draft.name(entry.keyText, of: "the extra key", at: place, isProperty: true),
            var fields = Fields(entry.value, of: subject, in: path, reportingTo: &draft)
        else { return nil }
        let kind = fields.text("type", &draft) ?? "string"
        let type: PropertyType
        switch kind {
        case "string": type = .string
        case "boolean": type = .bool
        case "quantity": type = .int
        default:
            draft.skip(subject, because: "it is of the type \(Quoted.text(kind))", at: place)
            return nil
        }
        var property = Property(
            name: name, type: type,
            description: draft.description(fields.text("description", &draft), of: subject, at: place),
            isRequired: false, location: place)
        fields.finish(&draft)
        if isSensitive {
            // Glean says it of the whole event; the safest that keeps values comparable.
            property.sensitivity = .personal
            property.handling = Handling.hash.fits(type) ? .hash : .drop
        }
        return property
    }
}
