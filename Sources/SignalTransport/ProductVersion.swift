/// The version that exporters tell their receivers; the generator's too.
package let productVersion = "0.1.0"
