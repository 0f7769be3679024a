import SignalTransport
import Signalbook
import Testing

@testable import SignalbookOTLP

@Suite struct PlanTests {
    private func plan(_ change: (inout OTLPConfiguration) -> Void) -> (OTLPPlan, [ConfigurationProblem]) {
        var configuration = OTLPConfiguration()
        change(&configuration)
        return configuration.plan()
    }

    @Test(arguments: [
        ("http://localhost:4318", OTLPConfiguration.Compression.automatic, nil),
        ("http://127.0.0.1", .automatic, nil),
        ("https://collector.example", .automatic, 1), ("http://localhost", .gzip, 1),
        ("https://collector.example", .none, nil),
    ])
    func `bodies for other machines are compressed unless told otherwise`(
        endpoint: String, compression: OTLPConfiguration.Compression, level: Int?
    ) {
        let (plan, problems) = plan {
            $0.endpoint = Secret(endpoint)
            $0.compression = compression
        }
        #expect(plan.compressionLevel == level)
        #expect(problems.isEmpty)
    }

    @Test func `what cannot be used is named once and replaced`() {
        let (plan, problems) = plan {
            $0.timeout = .seconds(-1)
            $0.compression = .gzip
            $0.compressionLevel = 99
            $0.headers = [
                "Content-Type": "SECRET", "bad name": "SECRET", "x": "a\r\nb: SECRET", "good": "SECRET",
            ]
            $0.resource = ["": "x", "big": String(repeating: "x", count: 5000), "fine": "y"]
        }
        #expect(plan.timeout == .seconds(10) && plan.compressionLevel == 1)
        #expect(plan.headers.map(\.name) == ["good"])
        #expect(plan.resource.contains { $0.key == "fine" } && !plan.resource.contains { $0.key == "big" })
        #expect(
            problems.map(\.subject).sorted() == [
                "compressionLevel", "headers", "headers", "headers", "resource", "resource", "timeout",
            ])
        #expect(!problems.contains { $0.message.contains("SECRET") })
    }

    @Test func `resource attributes are bounded in number`() {
        let (plan, problems) = plan { configuration in
            for number in 0..<1000 { configuration.resource["key\(number)"] = "x" }
        }
        #expect(plan.resource.count == 128)
        #expect(problems.count > 800)
    }

    @Test func `the resource says who sends`() throws {
        let (plan, _) = plan { $0.resource = ["service.name": "shop", "host.name": "h"] }
        let values = Dictionary(uniqueKeysWithValues: plan.resource.map { ($0.key, $0.value) })
        #expect(values["service.name"] == "shop" && values["host.name"] == "h")
        #expect(values["telemetry.sdk.name"] == "signalbook" && values["telemetry.sdk.language"] == "swift")
        #expect(values["service.instance.id"]?.stringValue?.count == 36)
        #expect(try #require(values["process.pid"]?.integerValue) > 0)
        #expect(OTLPConfiguration.defaultResource["service.name"]?.hasPrefix("unknown_service:") == true)
        #expect(
            OTLPConfiguration.defaultResource["service.instance.id"]
                == values["service.instance.id"]?.stringValue)
    }

    @Test func `an endpoint that is none sends nothing and fails every batch`() async {
        for text in ["", "nowhere", "http://h/SECRET path"] {
            let (plan, problems) = plan { $0.endpoint = Secret(text) }
            #expect(plan.destination == nil)
            #expect(problems.map(\.severity) == [.error])
            #expect(!problems.contains { $0.message.contains("SECRET") })
            let result = await OTLPExporter(plan).export(SampleRecords.batch(1))
            #expect(result == .failed(plan.refusal, errorType: "invalid_configuration"))
        }
    }

    @Test func `certificates that cannot be used keep anything from being sent`() async {
        for change: (inout OTLPConfiguration) -> Void in [
            { $0.certificateFile = "ca.pem" }, { $0.clientCertificateFile = "c.pem" },
            { $0.clientKeyFile = "k.pem" },
        ] {
            let (refused, problems) = plan {
                $0.endpoint = "https://collector.example/v1/logs"
                change(&$0)
            }
            #expect(refused.destination == nil && problems.map(\.severity) == [.error])
            #expect(await OTLPExporter(refused).export(SampleRecords.batch(1)).isDelivered == false)
            let (plain, warnings) = plan(change)
            #expect(plain.destination != nil && warnings.map(\.severity) == [.warning])
        }
    }
}
