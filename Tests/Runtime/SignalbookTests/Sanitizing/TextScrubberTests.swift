import Testing

@testable import Signalbook

@Suite struct TextScrubberTests {
    @Test(
        "e-mail addresses are replaced",
        arguments: [
            ("mail bob@example.com now", "mail [email] now"),
            ("<bob.smith+x@mail.example.co.uk>", "<[email]>"),
            ("to bob@example.com.", "to [email]."), ("mailto:bob@example.com?x", "mailto:[email]?x"),
            ("o'brien@example.com", "[email]"), ("'bob@example.com'", "'[email]'"),
            ("jörg@müller.example", "[email]"), ("メールはa@b.comです", "メールは[email]です"),
            ("?user=bob%40example.com&x", "?user=[email]&x"), ("a@b.co,c@d.co", "[email],[email]"),
            ("bob@example.com:22", "[email]:22"), ("bob@localhost", "bob@localhost"),
            ("@escaping", "@escaping"),
            ("a @ b.com", "a @ b.com"), ("lodash@4.17.21", "lodash@4.17.21"), ("a@b", "a@b"),
            ("a@.com", "a@.com"),
            ("“bob@example.com”", "“[email]”"),
        ])
    func email(text: String, expected: String) {
        #expect(scrubbed(text) == expected)
    }

    @Test(
        "tokens are replaced",
        arguments: [
            (
                "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P ok",
                "jwt [token] ok"
            ),
            ("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxMjM0In0.", "[token]."),
            ("Authorization: Bearer abc.def", "Authorization: Bearer [token]"),
            ("used Bearer 0a1b2c3d4e5f here", "used Bearer [token] here"),
            ("Basic dXNlcjpwYXNz", "Basic [token]"), ("the bearer of news", "the bearer of news"),
            ("Basic Authentication failed", "Basic Authentication failed"),
            ("key AKIAIOSFODNN7EXAMPLE.", "key [token]."), ("aws_ASIAIOSFODNN7EXAMPLE", "aws_[token]"),
            ("AKIA is a prefix", "AKIA is a prefix"), ("ASIAN CUISINE", "ASIAN CUISINE"),
            ("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "[token]"),
            ("github_pat_11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz0123456789", "[token]"),
            ("gho_16C7e42F292c6912E7710c838347Ae178B4a,x", "[token],x"),
            ("xoxb-123456789012-1234567890123-AbCdEfGhIjKl", "[token]"),
            ("sk_live_4eC39HqLyjWDarjtT1zdp7dc", "[token]"), ("rk_live_4eC39HqLyjWDarjtT1zdp7dc", "[token]"),
            ("AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_3namBGewQe", "[token]"),
            ("sk-proj-abc123def456ghi789jkl", "[token]"), ("sk-abcdefghijklmnopqrstuvwx", "[token]"),
            ("task-force-with-many-words-in-it", "task-force-with-many-words-in-it"),
            ("sk-learn", "sk-learn"),
            (
                "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nab==\n-----END RSA PRIVATE KEY-----\nrest",
                "[token]\nrest"
            ),
            ("-----BEGIN PRIVATE KEY-----\nMIIE", "[token]"),
            ("-----BEGIN CERTIFICATE-----\nMIIE", "-----BEGIN CERTIFICATE-----\nMIIE"),
            ("https://bob:pa@ss@host/x", "https://[token]@host/x"),
            ("https://host/@bob", "https://host/@bob"),
            ("postgres://u:p@10.0.0.1:5432/db", "postgres://[token]@[ip]:5432/db"),
        ])
    func token(text: String, expected: String) {
        #expect(scrubbed(text) == expected)
    }

    @Test(
        "what services issue is known by its prefix, and names that begin likewise are left",
        arguments: [
            "ghp_", "ghs_", "ghu_", "sgp_", "sk_prod_", "rk_test_", "npm_", "hf_", "api_org_", "dop_v1_",
            "doo_v1_",
            "dor_v1_", "dckr_pat_", "shpat_", "shpca_", "shppa_", "shpss_", "glsa_", "lin_api_", "ntn_",
            "pnu_",
            "rubygems_", "rdme_", "sntryu_", "sntrys_", "whsec_", "secret_", "pscale_tkn_", "pscale_pw_",
            "pscale_oauth_", "shippo_live_", "shippo_test_", "duffel_live_", "duffel_test_", "pypi-", "pplx-",
            "pul-",
            "PMAK-", "FLWSECK-", "FLWSECK_TEST-", "GOCSPX-", "AGE-SECRET-KEY-", "HRKU-", "API-", "xkeysib-",
            "xapp-",
            "xoxs-", "glpat-", "glptt-", "glcbt-", "glimt-", "gloas-", "glrt-", "gldt-", "glft-", "glsoat-",
            "glffct-",
            "glagent-", "ya29.", "dt0c01.", "x1y2z3.atlasv1.", "SG.", "hvs.CAES", "sha256~", "x8Q~", "EZAK",
            "EZTK",
        ])
    func serviceToken(prefix: String) {
        let body = String(repeating: "a1B2c3D4e5", count: 6)
        #expect(scrubbed("with \(prefix)\(body), then") == "with [token], then")
        #expect(scrubbed("\(prefix)\(body)") == "[token]")
        #expect(scrubbed("\"\(prefix)\(body)\".") == "\"[token]\".")
        for name in ["\(prefix)of_it", "\(prefix)x", "\(prefix) a1B2c3D4e5a1B2c3D4e5"] {
            #expect(scrubbed(name) == name)
        }
    }

    @Test(
        "other forms of tokens are replaced, and what is like them is left",
        arguments: [
            ("AKCp8" + String(repeating: "a1B2c3", count: 11), "[token]"),
            ("SK0123456789abcdef0123456789abcdef", "[token]"), ("ABIAIOSFODNN7EXAMPLE", "[token]"),
            ("SK0123456789abcdef0123456789abcdefa", "SK0123456789abcdef0123456789abcdefa"),
            ("SG.a1B2c3D4e5a1B2c3D4e5a1.x1Y2z3W4x1Y2z3W4x1Y2z3W4x1Y2z3W4_-. Next", "[token]. Next"),
            ("the S. G. and SG. companies", "the S. G. and SG. companies"),
            ("a ~ b, sha256~sum, ~/file", "a ~ b, sha256~sum, ~/file"),
            ("0.9.1.x ya29. ok", "0.9.1.x ya29. ok"),
            ("npm_config_registry npm_lifecycle_event", "npm_config_registry npm_lifecycle_event"),
            ("hf_hub_download secret_key_base", "hf_hub_download secret_key_base"),
            ("gltf-loader-of-many-models-here", "gltf-loader-of-many-models-here"),
        ])
    func otherToken(text: String, expected: String) {
        #expect(scrubbed(text) == expected)
    }

    @Test(
        "names that begin or end like a service's prefix are left",
        arguments: [
            "hf_ModelDownloadManager failed", "hf_modelDownloadManagerOfTheLibrary",
            "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",
            "npm_internationalizationsupportlib", "pul-NotificationServiceExtension",
            "API-InternationalizationSupportLibrary", "dontn_AbstractFactoryBeanX",
            "dontn_AbstractFactoryBean2X", "halfhf_ModelDownloadManager2", "stpnu_ModelDownloadManager2",
            "npm_1234567890123456", "ntn_20260205100000123456", "glsa_NotificationServiceExtensionPoint",
            "network_test_environment", "task_live_activity", "highs_and_lows_of_temperature",
            "highp_precision_of_the_fragment", "XEZAK" + String(repeating: "a1B2c3", count: 10),
        ])
    func name(text: String) {
        #expect(scrubbed(text) == text)
        #expect(scrubbed("in \(text), then") == "in \(text), then")
    }

    @Test(
        "tokens of letters only are replaced where a service issues such, if they are of its length",
        arguments: [
            ("hf_", 34), ("api_org_", 34), ("glsa_", 32), ("whsec_", 32), ("lin_api_", 40), ("secret_", 43),
            ("pplx-", 48),
        ])
    func lettersOnly(prefix: String, count: Int) {
        let body = String(String(repeating: "qWeRTyuIoPasD", count: 5).prefix(count))
        #expect(scrubbed("with \(prefix)\(body), then") == "with [token], then")
        for name in ["\(prefix)\(body)x", "\(prefix)\(body.dropLast())", "\(prefix)\(body.lowercased())"] {
            #expect(scrubbed(name) == name)
        }
    }

    @Test(
        "a token is replaced behind whatever is no part of its word",
        arguments: [
            "", " ", "é", "_", "/", "=", "\\n", "\\t", "%3D", "%20", "\\u003d", "\u{1B}[31m", "\u{1B}[m",
            "\u{1B}[0;1m",
        ])
    func tokenBehind(before: String) {
        let body = String(repeating: "a1B2c3D4e5", count: 6)
        for prefix in ["npm_", "pul-", "EZAK", "ghp_", "sk_test_", "sk-"] {
            #expect(scrubbed("\(before)\(prefix)\(body)") == "\(before)[token]")
        }
    }

    @Test(
        "a webhook's address is replaced in every form that its service accepts",
        arguments: [
            ("to https://hooks.slack.com/services/T00/B00/x1y2z3 and", "to https://[token] and"),
            ("https://Hooks.Slack.COM/services/T00/B00/x1y2z3", "https://[token]"),
            ("https://hooks.slack.com:443/triggers/T00/12/x1y2z3", "https://[token]"),
            ("hooks.slack.com/services/T00/B00/x1y2z3", "[token]"),
            ("POST HOOKS.slack.com:443/services/TAB0/BEC1/x1y2z3: 404", "POST [token]: 404"),
            ("//hooks.slack.com/services/T00/BA0/x1y2z3", "//[token]"),
            ("https://bob@hooks.slack.com/services/T00/B00/x1y2z3", "https://[token]@[token]"),
            ("https://discord.com/api/webhooks/12/ab-c_d?wait", "https://[token]?wait"),
            ("https://discord.com/api/v10/webhooks/123/abcdefg", "https://[token]"),
            ("https://discordapp.com/api/v6/webhooks/123/abcdefg", "https://[token]"),
            ("https://canary.discord.com/api/webhooks/123/abcdefg", "https://[token]"),
            ("https://ptb.discord.com/api/v9/webhooks/123/abcdefg", "https://[token]"),
            ("https://Discord.COM/api/webhooks/123/abcdefg", "https://[token]"),
            ("HTTPS://DISCORD.COM/API/V10/WEBHOOKS/123/ABCDEFG", "HTTPS://[token]"),
            ("https://discord.com:443/api/v10/webhooks/123/abcdefg", "https://[token]"),
            ("url=ptb.discord.com/api/webhooks/123/abcdefg.", "url=[token]"),
            (#"gone\ndiscord.com/api/webhooks/123/abcdefg"#, #"gone\n[token]"#),
        ])
    func webhook(text: String, expected: String) {
        #expect(scrubbed(text) == expected)
    }

    @Test(
        "what is like a webhook's address is left",
        arguments: [
            "https://discord.com/api/docs", "https://discord.com/api/v10/users/123/webhooks",
            "https://discord.com/developers/docs/resources/webhooks/12",
            "https://discord.com/api/vx/webhooks/12/abc", "https://discord.com/api/v1234/webhooks/12/abc",
            "https://example.com/api/webhooks/12/abc", "mydiscord.com/api/webhooks/12/abc",
            "myhooks.slack.com/services/T00/B00/x", "https://hooks.slack.community/services/a",
            "https://slack.com/services/T00/B00/x", "hooks.slack.com/services/X00/B00/x",
            "hooks.slack.com is down", "/services/T00/B00/x", "/webhooks/", "webhooks/",
        ])
    func noWebhook(text: String) {
        #expect(scrubbed(text) == text)
    }

    @Test(
        "values with a secret's name are replaced",
        arguments: [
            ("password=hunter2", "password=[token]"), ("password: hunter2 ok", "password: [token] ok"),
            (#"{"password":"hun\"ter2","a":1}"#, #"{"password":"[token]","a":1}"#),
            (#"{\"api_key\": \"abc\"}"#, #"{\"api_key\": \"[token]\"}"#),
            ("x-api-key: abc", "x-api-key: [token]"),
            ("apiKey='a b'", "apiKey='[token]'"),
            ("AWS_SECRET_ACCESS_KEY=a/b+c", "AWS_SECRET_ACCESS_KEY=[token]"),
            ("?token=abc&x=1", "?token=[token]&x=1"), ("Password=a;Server=b", "Password=[token];Server=b"),
            ("password=a,b", "password=[token]"), ("f(token=abc)", "f(token=[token])"),
            ("secret := abc", "secret := [token]"),
            ("authorization: Digest abc", "authorization: Digest [token]"),
            ("credentials=abc", "credentials=[token]"),
            ("DB_PASS=hunter22", "DB_PASS=[token]"),
            ("AccountKey=Zm9vYmFy+A==;E=1", "AccountKey=[token];E=1"),
            ("c?sv=2022&sig=Zm9v%3D", "c?sv=2022&sig=[token]"), ("Cookie: sid=Zm9vYmFy", "Cookie: [token]"),
            ("bypass=1", "bypass=1"),
            ("passwd:x", "passwd:[token]"), ("clientSecret = \"x\"", "clientSecret = \"[token]\""),
            ("passwordHash=abc", "passwordHash=[token]"),
            ("DB_PASSWORD_FILE=abc", "DB_PASSWORD_FILE=[token]"),
            ("max_tokens: 100", "max_tokens: 100"), ("secretary: Bob", "secretary: Bob"),
            ("token: nil", "token: nil"),
            ("hasToken=true", "hasToken=true"), ("password=", "password="),
            ("the password is wrong", "the password is wrong"),
            ("key: value", "key: value"), ("tokenizer: bpe", "tokenizer: bpe"),
            (#"password="""#, #"password="""#),
            ("password=[token] and", "password=[token] and"), (#"password: "a b"#, #"password: "[token]"#),
        ])
    func namedValue(text: String, expected: String) {
        #expect(scrubbed(text) == expected)
    }

    @Test(
        "UUIDs and IP addresses are replaced",
        arguments: [
            ("id 550e8400-e29b-41d4-a716-446655440000!", "id [uuid]!"),
            ("41111111-1111-1111-1111-111111111111", "[uuid]"),
            ("user_550E8400-E29B-41D4-A716-446655440000", "user_[uuid]"), ("10.0.0.1", "[ip]"),
            ("from 203.0.113.9:443, ok", "from [ip]:443, ok"), ("10.0.0.0/8", "[ip]/8"),
            ("ends 10.0.0.1.", "ends [ip]."),
            ("v1.2.3.4", "v1.2.3.4"), ("version 1.2.3.4", "version 1.2.3.4"),
            ("(X11; rv:1.9.2.20)", "(X11; rv:1.9.2.20)"),
            ("srv:10.0.0.1", "srv:[ip]"), ("srv10.0.0.1", "srv[ip]"),
            ("1.3.6.1.4.1", "1.3.6.1.4.1"), ("300.1.1.1", "300.1.1.1"), ("1.2.3", "1.2.3"),
            ("2001:db8::1", "[ip]"),
            ("[2001:db8::1]:443", "[[ip]]:443"), ("at ::1 and", "at [ip] and"), ("fe80::1%eth0,", "[ip],"),
            ("client:2001:db8::1", "client:[ip]"), ("::ffff:10.0.0.1", "[ip]"), ("1:2:3:4:5:6:7:8", "[ip]"),
            ("12:34:56", "12:34:56"), ("00:1a:2b:3c:4d:5e", "00:1a:2b:3c:4d:5e"),
            ("std::vector", "std::vector"),
            ("a::b", "a::b"), ("f32::EPSILON", "f32::EPSILON"), ("x :: Int", "x :: Int"),
            ("2026-02-05T10:00:00.123456Z", "2026-02-05T10:00:00.123456Z"),
            ("peer 2001:db8::1: gone", "peer [ip]: gone"), (#"from\n2001:db8::1\n"#, #"from\n[ip]\n"#),
            (#"\tfd00:1:2:3:4:5:6:7\r"#, #"\t[ip]\r"#), ("in2001:db8::1", "in2001:db8::1"),
            ("aa:bb:cc:dd:ee:ff:00:11:22:33:44:55", "aa:bb:cc:dd:ee:ff:00:11:22:33:44:55"),
        ])
    func address(text: String, expected: String) {
        #expect(scrubbed(text) == expected)
    }

    @Test(
        "payment card numbers are replaced",
        arguments: [
            ("4111111111111111", "[card]"), ("4111 1111 1111 1111", "[card]"),
            ("4111-1111-1111-1111.", "[card]."),
            ("(378282246310005)", "([card])"), ("3782 822463 10005", "[card]"),
            ("5555555555554444", "[card]"),
            ("2223003122003222", "[card]"), ("6011111111111117", "[card]"), ("30569309025904", "[card]"),
            ("3530111333300000", "[card]"), ("4222222222222", "[card]"), ("6304000000000000", "[card]"),
            ("card4111111111111111", "card[card]"), ("pan:4111111111111111,", "pan:[card],"),
            ("order 1234 4111 1111 1111 1111 12/29", "order 1234 [card] 12/29"),
            ("3512345678901236", "[card]"), ("6123 4567 8901 2344", "[card]"),
            ("5987654321098766", "[card]"), ("9792123456789018", "[card]"),
            ("912345678901234560", "912345678901234560"),
            ("612345678900", "612345678900"),
            ("4111111111111112", "4111111111111112"), ("1700000000000", "1700000000000"),
            ("1700000000000000000", "1700000000000000000"), ("0.4111111111111111", "0.4111111111111111"),
            ("a4111111111111111b", "a4111111111111111b"),
            ("41111111111111111111111", "41111111111111111111111"),
            ("2023-10-05 12:00", "2023-10-05 12:00"),
        ])
    func card(text: String, expected: String) {
        #expect(scrubbed(text) == expected)
    }

    @Test func `addresses are hashed or kept when asked for`() {
        let hasher = KeyedHasher(key: Array("key".utf8), keyID: "k")
        let hash = writtenText("10.0.0.1", hasher.hash) ?? ""
        #expect(
            scrubbed("a 10.0.0.1 b", with: TextScrubber(ipAddresses: .hash(hasher))) == "a [ip:\(hash)] b")
        #expect(
            scrubbed("a 10.0.0.1 ::1 c@d.ee", with: TextScrubber(ipAddresses: .keep))
                == "a 10.0.0.1 ::1 [email]")
    }

    @Test func `findings are counted and clean text is not changed`() {
        let text = "The quick brown fox jumps; Über 3 Hunde — 12.5 % (ok)."
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 100) { region in
                #expect(TextScrubber().scrub(bytes, into: region) == (bytes.count, 0, false))
            }
        }
        #expect(scrubbed(text) == text)
        #expect(scrubbed("") == "")
    }

    @Test func `a replacement at the region's end is whole or left out`() {
        let text = "write to bob@example.com or 4111 1111 1111 1111"
        let whole = "write to [email] or [card]"
        for room in 0...whole.utf8.count {
            let part = scrubbed(text, room: room) ?? "past the end"
            #expect(whole.hasPrefix(part), "\(room)")
            #expect(part.count(where: { $0 == "[" }) == part.count(where: { $0 == "]" }), "\(room)")
        }
    }

    @Test func `no text grows more than it may`() {
        let hasher = KeyedHasher(key: [1], keyID: String(repeating: "k", count: 64))
        let worst = ["::1 ", "token:x ", "a@b.co ", "token=x&", "a://b@", "1.1.1.1 ", "secret=x;secret=y,"]
        for scrubber in [TextScrubber(), TextScrubber(ipAddresses: .hash(hasher))] {
            for text in worst {
                for count in 1...50 {
                    let bytes = Array(String(repeating: text, count: count).utf8)
                    let room = bytes.count * scrubber.growth + 64
                    let result = bytes.withUnsafeBufferPointer { input in
                        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) {
                            scrubber.scrub(input, into: $0)
                        }
                    }
                    #expect(!result.truncated, "\(text)")
                }
            }
        }
    }
}
