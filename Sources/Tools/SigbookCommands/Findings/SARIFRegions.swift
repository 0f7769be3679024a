import DocumentTools
import CatalogModel

/// Places of catalog files as SARIF 2.1.0 writes them.
struct SARIFRegions {
    /// What relative paths are relative to.
    static let base = "%SRCROOT%"
    private let texts: [String: SourceText]

    /// Places of the given files.
    init(_ sources: [CatalogSource]) { texts = SourceText.table(of: sources) }

    /// A physical location (section 3.29).
    func location(_ location: SourceLocation) -> JSONValue {
        let text = texts[location.path]
        func column(_ byteColumn: Int) -> Int {
            text?.column(line: location.line, byteColumn: byteColumn) ?? byteColumn
        }
        let start = column(location.column)
        return .object(
            ("artifactLocation", Self.artifact(location.path)),
            (
                "region",
                .object(
                    ("startLine", .integer(location.line)), ("startColumn", .integer(start)),
                    // Without an end the region would go on to the end of the line (section 3.30.8).
                    ("endColumn", .integer(column(location.column + location.length))))
            ))
    }

    /// A region (section 3.30) of a file's bytes: in bytes, and in lines and columns if the file was read.
    func region(of range: Range<Int>, in path: String) -> JSONValue {
        let start = texts[path]?.place(at: range.lowerBound)
        let end = texts[path]?.place(at: range.upperBound)
        return .object(
            ("startLine", start.map { .integer($0.line) }),
            ("startColumn", start.map { .integer($0.column) }),
            ("endLine", end.map { .integer($0.line) }), ("endColumn", end.map { .integer($0.column) }),
            ("byteOffset", .integer(range.lowerBound)), ("byteLength", .integer(range.count)))
    }

    /// An artifact location (section 3.4): a relative reference to the folder that paths are relative to, or a `file` URI.
    static func artifact(_ path: String) -> JSONValue {
        let encoded = percentEncoded(path)
        if path.hasPrefix("/") { return .object(("uri", .string("file://" + encoded))) }
        return .object(("uri", .string(encoded)), ("uriBaseId", .string(base)))
    }

    /// A path as part of a URI (RFC 3986, section 2): only unreserved characters and slashes stay as they are.
    static func percentEncoded(_ path: String) -> String {
        var result = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return result
    }
}
