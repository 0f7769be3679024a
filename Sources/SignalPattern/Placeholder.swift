package struct PatternError: Error { package let message: String; package let offset: Int }
package struct Pattern: Sendable { package init(parsing text: String) throws(PatternError) {}
 package func matches(_ s: String) -> Bool { true } }
