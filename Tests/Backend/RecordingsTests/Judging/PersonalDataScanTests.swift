import Recordings
import Testing
import TestSupport

@Suite struct PersonalDataScanTests {
    private func found(_ text: String) -> PersonalDataScan.Kind? {
        Array(text.utf8).withUnsafeBufferPointer { PersonalDataScan.find(in: $0) }
    }

    @Test(arguments: [
        ("ann@example.org", PersonalDataScan.Kind.email), ("mail ann.o'hara+x@mail.example.co.uk.", .email),
        ("ünal@example.de", .email),
        ("203.0.113.7", .ipAddress), ("from 203.0.113.7:443", .ipAddress), ("[10.1.2.3]", .ipAddress),
        ("4111111111111111", .cardNumber), ("card 4111 1111 1111 1111 declined", .cardNumber),
        ("5500-0000-0000-0004", .cardNumber),
        ("378282246310005", .cardNumber), ("Bearer abcdefgh12345678", .token),
        ("key ghp_0123456789abcdefghijABCDEFGHIJ012345", .token),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc", .token), ("AKIAIOSFODNN7EXAMPLE12", .token),
        ("sk_live_0123456789abcdef", .token), ("xoxb-123456789012-abc", .token),
        ("-----BEGIN PRIVATE KEY-----", .token),
    ])
    func `what looks like personal data or a secret is found`(_ text: String, _ kind: PersonalDataScan.Kind) {
        #expect(found(text) == kind)
    }

    @Test(arguments: [
        "", "plain words", "a@b", "@example.org", "user@", "x @ y.com", "1.2.3", "v1.2.3.4", "1.2.3.4.5",
        "256.1.1.1", "127.0.0.1", "0.0.0.0",
        "2026-01-01T10:00:00.123456Z", "4111111111111112", "1111111111111117", "12345678901234567890",
        "2cb5cbc606cb5bdf375a5522ff19245a",
        "0b3cdd3e-5b3c-4b0e-9b0e-0b3cdd3e5b3c", "process:1abd963063bbe373d1f890302d4d4933",
        "ses_696ba6c67551", "client-6374abf74232896b",
        "/api/v1/sessions/{session_id}", "bearer of news", "task-list-of-the-whole-team",
        "eyJust a word that begins so", "[email]",
    ])
    func `what only resembles it is not`(_ text: String) { #expect(found(text) == nil, "\(text)") }

    /// That the work for these grows with their length and no faster is counted by `Tests/Fuzzing/linear_work.py`.
    @Test(
        .serialized, .timeLimit(.minutes(10)),
        arguments: [
            ("@", nil), ("a@", nil), ("1.", nil), ("1.1.1.", nil), ("eyJ-", nil), ("eyJ.", nil), ("4 ", nil),
            ("sk-", PersonalDataScan.Kind.token), ("Bearer ", nil), ("ghp_ ", nil), ("@a.b@", nil),
        ])
    func `a megabyte of beginnings holds nothing but what it should`(
        _ part: String, _ expected: PersonalDataScan.Kind?
    ) async throws {
        let kind = try await onThread { found(String(repeating: part, count: (1 << 20) / part.utf8.count)) }
        #expect(kind == expected)
    }
}
