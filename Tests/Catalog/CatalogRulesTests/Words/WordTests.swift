import CatalogModel
import Testing

@testable import CatalogRules

@Suite struct `Words of names` {
    @Test(arguments: [
        ("session_created", "session created"), ("sessionCreated", "session created"),
        ("HTTPStatus", "httpstatus"),
        ("user-id.v2", "user id v2"), ("ID", "id"), ("_a__b_", "a b"), ("", ""), ("größe_ms", "größe ms"),
    ])
    func `are parted at separators and humps`(name: String, words: String) {
        #expect(NameWords.split(name).joined(separator: " ") == words)
    }

    @Test(arguments: [
        ("requests", "request"), ("retries", "retry"), ("status", "status"), ("class", "class"),
        ("bus", "bus"),
        ("has", "has"), ("ms", "ms"), ("analysis", "analysis"),
    ])
    func `have a singular`(word: String, singular: String) {
        #expect(NameWords.singular(word) == singular)
    }

    @Test(arguments: [
        "email", "billing_email", "email_hash", "user_email_address", "ip", "client_ip", "clientIP",
        "first_name", "name",
        "access_token", "token_prefix", "phone_number", "customer_id", "user_id_hash", "shipping_address",
        "api_key",
        "date_of_birth", "session_cookie", "card_number",
    ])
    func `look personal when their last words do`(name: String) {
        #expect(PersonalWords.match(NameWords.split(name), name: name) != nil)
    }

    @Test(arguments: [
        "tool_name", "email_template", "token_count", "tokens_per_user", "ship", "zip_file", "phone_model",
        "recipe",
        "user_role", "address_count", "session_id", "named", "host_name", "cookie_consent", "emails_sent",
        "ip_version",
    ])
    func `do not look personal only because a word is in them`(name: String) {
        #expect(PersonalWords.match(NameWords.split(name), name: name) == nil)
    }

    @Test(arguments: [
        ("wait_ms", "ms"), ("wait_seconds", "s"), ("size_kb", "kB"), ("size_kib", "KiB"),
        ("load_percent", "%"),
        ("hit_ratio", "1"), ("age_days", "d"),
    ])
    func `say a unit at their end`(name: String, unit: String) {
        #expect(UnitNames.meaning(ofLastWordIn: NameWords.split(name))?.text == unit)
    }

    @Test(arguments: ["price_min", "ms", "plan_b", "per_second", "items", "wait_time"])
    func `say no unit where they may mean something else`(name: String) {
        #expect(UnitNames.meaning(ofLastWordIn: NameWords.split(name)) == nil)
    }
}

@Suite struct `Similar names` {
    private func pairs(_ names: [String]) -> [String] {
        SimilarNames.pairs(names.map { ($0, NameWords.split($0)) }).map {
            "\(names[$0.first]) \(names[$0.second])"
        }
    }

    @Test(arguments: [
        ["session_created", "created_session"], ["session_created", "sessions_created"],
        ["session_created", "sesion_created"], ["session_created", "session_craeted"],
        ["session_created", "session_vreated"], ["session_created", "sessionCreated"],
        ["session_created", "session_createdd"], ["asession_created", "session_created"],
    ])
    func `are found`(names: [String]) {
        #expect(pairs(names) == [names.joined(separator: " ")])
        #expect(pairs(names.reversed()).count == 1)
    }

    @Test(arguments: [
        ["session_created", "session_deleted"], ["entity12_done", "entity13_done"], ["took_ms", "took_us"],
        ["max_size", "min_size"], ["cache_hit", "cache_miss"], ["step1_entered", "step11_entered"],
        ["session_created", "sesion_craeted"], ["abcde", "abcdf"],
    ])
    func `are not found where the difference says something, or is large`(names: [String]) {
        #expect(pairs(names).isEmpty)
    }

    @Test func `are reported once each, with the first that they are like`() {
        #expect(
            pairs(["order_placed", "orders_placed", "order_plaved", "order_places"]) == [
                "order_placed orders_placed", "order_placed order_plaved", "order_placed order_places",
            ])
    }
}

@Suite struct `Descriptions` {
    @Test(arguments: [
        ("Order placed.", "order_placed"), ("Orders placed", "order_placed"),
        ("The placed order event.", "order_placed"), ("Is a gift.", "is_gift"),
    ])
    func `repeat a name when they have no other words`(description: String, name: String) {
        #expect(DescriptionWords.repeats(description, NameWords.split(name)))
    }

    @Test(arguments: [
        ("The order, as the shop numbers it.", "order_id"), ("The.", "order_id"), ("", "order_id"),
        ("Größe", "größe"),
    ])
    func `say something when they have`(description: String, name: String) {
        #expect(!DescriptionWords.repeats(description, NameWords.split(name)))
    }
}
