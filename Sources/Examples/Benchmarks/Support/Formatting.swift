import Foundation

/// A number with one digit after the point, or none where it is large.
func format(_ number: Double) -> String {
    number >= 1000 ? String(format: "%.0f", number) : String(format: "%.1f", number)
}
