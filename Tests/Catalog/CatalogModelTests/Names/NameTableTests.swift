import Testing

@testable import CatalogModel

@Suite struct `A name table` {
    @Test(arguments: [5, 12, 13, 14, 100])
    func `finds the first of equal names, few or many`(count: Int) {
        var table = NameTable()
        for number in 0..<count { #expect(table.insert("n\(number)") == nil) }
        for number in 0..<count { #expect(table.insert("n\(number)") == number) }
        #expect(table.insert("other") == nil)
        #expect(table.insert("other") == 2 * count)
    }
}
