import SignalVocabulary
import Testing

@Suite struct CivilDateTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
        (1900, 3, 1, -25_508),
        (2026, 2, 5, 20_489), (0, 1, 1, -719_528), (0, 3, 1, -719_468), (-1, 12, 31, -719_529),
        (9999, 12, 31, 2_932_896),
    ])
    func `a day has a number, and a number its day`(year: Int, month: Int, day: Int, number: Int) {
        #expect(CivilDate.dayNumber(year: year, month: month, day: day) == number)
        #expect(CivilDate.date(ofDay: number) == (year, month, day))
    }

    @Test func `days follow each other through two eras`() {
        var number = CivilDate.dayNumber(year: 1600, month: 1, day: 1)
        for year in 1600..<2400 {
            for month in 1...12 {
                for day in 1...DateSyntax.days(inMonth: month, of: year) {
                    guard CivilDate.date(ofDay: number) == (year, month, day),
                        CivilDate.dayNumber(year: year, month: month, day: day) == number
                    else {
                        Issue.record("\(year)-\(month)-\(day)")
                        return
                    }
                    number += 1
                }
            }
        }
    }
}
