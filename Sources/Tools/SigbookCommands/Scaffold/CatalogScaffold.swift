import CatalogFormatting
import DocumentTools
import CatalogModel

/// The first file of a new catalog: a header and an event to learn from.
struct CatalogScaffold {
    /// What the catalog is called.
    var name: String
    /// Who answers for its events.
    var owner: String

    /// What the file is called.
    static let fileName = "catalog.yaml"

    /// The file in canonical form; it passes every rule.
    ///
    /// Fails with a ``CommandFailure`` when the name or the owner is nothing that a catalog can have.
    func source(in folder: String) throws(CommandFailure) -> CatalogSource {
        let source = CatalogSource(path: folder + "/" + Self.fileName, text: text)
        if let problem = CatalogLoader.load([source]).diagnostics.first(where: { $0.severity == .error }) {
            throw CommandFailure("the catalog would be wrong: \(problem.message)", hint: problem.hint)
        }
        guard case .success(let formatted) = CatalogFormatter.format(source) else { return source }
        return CatalogSource(path: source.path, text: formatted)
    }

    private var text: String {
        """
        # Everything that the program may tell about itself. All .yaml files of this folder together are the catalog.
        catalog:
          name: \(JSONValue.string(name).line)
          version: 1.0.0
          owner: \(JSONValue.string(owner).line)

        events:
          # An event to learn from: what happened, and what is told about it. Put your own in its place.
          request_completed:
            description: A request was answered.
            properties:
              method:
                type: enum
                values: [GET, POST, PUT, DELETE]
                open: true
                description: The HTTP method of the request.
              duration_ms:
                type: duration
                unit: ms
                description: The time from the first byte in to the last byte out.

        """
    }
}
