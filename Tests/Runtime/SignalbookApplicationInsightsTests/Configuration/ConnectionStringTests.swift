import SignalTransport
import Signalbook
import Testing

@testable import SignalbookApplicationInsights

@Suite struct ConnectionStringTests {
    @Test(arguments: [
        ("InstrumentationKey=k", "https://dc.services.visualstudio.com/v2.1/track"),
        ("instrumentationkey=k;", "https://dc.services.visualstudio.com/v2.1/track"),
        (" ; InstrumentationKey = k ; ; ", "https://dc.services.visualstudio.com/v2.1/track"),
        (
            "InstrumentationKey=k;IngestionEndpoint=https://a.in.applicationinsights.azure.com/",
            "https://a.in.applicationinsights.azure.com/v2.1/track"
        ),
        ("INGESTIONENDPOINT=http://127.0.0.1:81/x;InstrumentationKey=k", "http://127.0.0.1:81/x/v2.1/track"),
        ("InstrumentationKey=k;EndpointSuffix=ai.contoso.com", "https://dc.ai.contoso.com/v2.1/track"),
        (
            "InstrumentationKey=k;EndpointSuffix=.ai.contoso.com;Location=westus2",
            "https://westus2.dc.ai.contoso.com/v2.1/track"
        ),
        (
            "Authorization=ikey;InstrumentationKey=k;LiveEndpoint=https://live;Unknown=1",
            "https://dc.services.visualstudio.com/v2.1/track"
        ),
    ])
    func `a connection string says where to send to`(text: String, url: String) throws {
        let parsed = try ConnectionString(Secret(text))
        #expect(parsed.track.description == url)
        #expect(parsed.instrumentationKey.revealed == "k")
    }

    @Test func `a key may have equals signs in it`() throws {
        #expect(try ConnectionString("InstrumentationKey=a=b==").instrumentationKey.revealed == "a=b==")
    }

    @Test(arguments: [
        ("", ConnectionStringError.Code.missingKey), ("InstrumentationKey=", .missingKey),
        ("SECRET", .malformed),
        ("=SECRET", .malformed), ("InstrumentationKey=SECRET;instrumentationkey=SECRET", .malformed),
        ("InstrumentationKey=SEC RET", .invalidKey), ("InstrumentationKey=SECRET\u{7}", .invalidKey),
        ("InstrumentationKey=SECRET;Authorization=aad", .unsupportedAuthorization),
        ("InstrumentationKey=SECRET;IngestionEndpoint=ftp://a", .invalidEndpoint),
        ("InstrumentationKey=SECRET;IngestionEndpoint=https://", .invalidEndpoint),
        ("InstrumentationKey=SECRET;IngestionEndpoint=https://SECRET:SECRET@a", .invalidEndpoint),
        ("InstrumentationKey=SECRET;IngestionEndpoint=https://a?SECRET", .invalidEndpoint),
        ("InstrumentationKey=SECRET;EndpointSuffix=a/SECRET", .invalidEndpoint),
        ("InstrumentationKey=" + String(repeating: "SECRET", count: 1000), .tooLong),
    ])
    func `what is wrong with a connection string is said without it`(
        text: String, code: ConnectionStringError.Code
    ) {
        let error = #expect(throws: ConnectionStringError.self) { try ConnectionString(Secret(text)) }
        #expect(error?.code == code)
        #expect(error?.description.contains("SECRET") == false)
    }
}
