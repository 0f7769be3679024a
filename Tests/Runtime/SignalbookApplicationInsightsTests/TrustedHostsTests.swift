import Testing

@testable import SignalbookApplicationInsights

@Suite struct TrustedHostsTests {
    @Test(arguments: [
        ("dc.services.visualstudio.com", "westus.services.visualstudio.com", true),
        ("a.in.applicationinsights.azure.com", "B.in.applicationinsights.azure.COM", true),
        ("a.in.applicationinsights.azure.com", "a.in.applicationinsights.azure.us", false),
        ("a.in.applicationinsights.azure.com", "evil.com", false),
        ("a.in.applicationinsights.azure.com", "xapplicationinsights.azure.com", false),
        ("a.in.applicationinsights.azure.com", "a.in.applicationinsights.azure.com.evil.com", false),
        ("127.0.0.1", "127.0.0.1", true), ("127.0.0.1", "localhost", false),
    ])
    func `a redirect leads to the same host or within one domain of Azure Monitor's`(
        origin: String, target: String, isAllowed: Bool
    ) {
        #expect(TrustedHosts.allow(target, from: origin) == isAllowed)
    }
}
