/// How settled a part of the catalog is.
package enum Stability: String, Sendable, CaseIterable {
    case development, stable
}
