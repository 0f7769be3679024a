import DocumentTools

extension Link {
    /// A link to the list of events with one filter set.
    init(root: String, filter key: StaticString, value: String) {
        self.init(root: root, page: SiteFrame.Page.events.path, key: key, value: value)
    }
}
