/// The part of a report that no recording changes: the file in `Assets`, which SwiftPM embeds in the code.
enum ReportAssets {
    /// The style sheet. It has each colour once, for both schemes. On paper it is always light, and leaves out what is folded.
    static var style: [UInt8] { PackageResources.report_css }
}
