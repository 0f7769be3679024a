/// The files of the site that no catalog changes: those in `Assets`, which SwiftPM embeds in the code.
enum SiteAssets {
    /// The style sheet. It has each colour once, for both schemes, and loads nothing. Text has a contrast of 4.5 or more on every
    /// ground it is on.
    static var style: [UInt8] { PackageResources.site_css }

    /// The script: theme, menu, search, filters and copying. It is plain JavaScript for browsers of 2024 and later. It makes nodes and
    /// never markup, so that no text of a catalog can become markup.
    static var script: [UInt8] { PackageResources.site_js }
}
