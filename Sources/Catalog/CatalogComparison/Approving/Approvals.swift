import CatalogModel

/// Lets breaking changes pass that the catalog approves by name.
enum Approvals {
    /// Notes the approvals of the changes that they name, and gives what is to be said about the others.
    ///
    /// - Parameter today: the day to judge dates by, `YYYY-MM-DD`; without one every date counts as yet to come.
    static func apply(_ approvals: [Approval], to changes: inout [CatalogChange], today: String?)
        -> [Diagnostic]
    {
        if approvals.isEmpty { return [] }
        var indices: [String: [Int]] = [:]
        for (index, change) in changes.enumerated() { indices[change.id, default: []].append(index) }
        var findings: [Diagnostic] = []
        for approval in approvals {
            let name = Quoted.text(approval.change)
            let matches = indices[approval.change] ?? []
            guard let index = matches.first, changes[index].level == .breaking else {
                let hint = matches.isEmpty ? suggestion(for: approval.change, among: changes) : nil
                findings.append(
                    Diagnostic(
                        .warning, rule: "approval-unused",
                        matches.isEmpty
                            ? "there is no change \(name) to approve"
                            : "\(name) breaks nothing that needs an approval",
                        at: approval.location, hint: hint ?? "remove the approval"))
                continue
            }
            if matches.count > 1 {
                findings.append(
                    Diagnostic(
                        .warning, rule: "approval-ambiguous",
                        "\(name) is the name of \(matches.count) changes, and an approval is for one",
                        at: approval.location, notes: notes(on: matches.map { changes[$0] })))
            } else if let today, approval.until < today {
                changes[index].endedApproval = approval
                findings.append(
                    Diagnostic(
                        .warning, rule: "approval-expired",
                        "the approval of \(name) ended on \(approval.until), before \(today)",
                        at: approval.location, hint: "undo the change, or agree on a later day"))
            } else {
                changes[index].approval = approval
                if today == nil {
                    findings.append(
                        Diagnostic(
                            .note, rule: "approval-not-dated",
                            "the approval of \(name) holds until \(approval.until), and nobody said what day it is",
                            at: approval.location, hint: "give \"--today\""))
                }
            }
        }
        return findings
    }

    private static func notes(on changes: [CatalogChange]) -> [Diagnostic.Note] {
        changes.map { Diagnostic.Note($0.explanation, at: $0.anchor) }
    }

    /// The breaking change that may be meant: the same subject with another kind, or the same kind when it is the only one.
    private static func suggestion(for id: String, among changes: [CatalogChange]) -> String? {
        let parts = id.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let breaking = changes.filter { $0.level == .breaking }
        let ofKind = breaking.filter { $0.kind.rawValue == parts[0] }
        let match =
            breaking.first { $0.id.dropFirst($0.kind.rawValue.count + 1) == parts[1] }
            ?? (ofKind.count == 1 ? ofKind[0] : nil)
        return match.map { "did you mean \(Quoted.text($0.id))?" }
    }
}
