/// The words of names that look like data about a person, or like something that opens a door.
///
/// NOTE: A list can only point at what is usual. It knows English, and it knows nothing about values.
enum PersonalWords {
    /// Names are matched by whole words, in a row; `_` parts the words of one phrase.
    static let phrases = [
        // Who somebody is.
        "email", "e_mail", "mail_address", "phone", "phone_number", "telephone", "mobile", "mobile_number",
        "fax", "msisdn", "user_name",
        "username",
        "login", "first_name", "last_name", "full_name", "given_name", "family_name", "middle_name",
        "maiden_name",
        "nick_name", "nickname", "display_name", "real_name", "customer_name", "person_name", "contact_name",
        "account_name", "holder_name", "author_name", "sender_name", "recipient_name", "firstname",
        "lastname",
        "surname", "birthday", "birth_date", "birthdate", "date_of_birth", "dob", "birth_year", "age_years",
        "gender",
        "nationality", "ethnicity", "religion", "ssn", "social_security", "tax_id", "passport",
        "driver_license",
        "driving_license", "license_plate", "avatar", "photo",
        // What stands for somebody.
        "user_id", "userid", "customer_id", "account_id", "person_id", "member_id", "employee_id",
        "patient_id",
        "visitor_id", "subscriber_id", "device_id", "advertising_id", "idfa", "idfv", "gaid", "imei", "imsi",
        "serial_number", "mac_address", "fingerprint",
        // Where somebody is.
        "ip", "ipv4", "ipv6", "ip_address", "ip_addr", "remote_addr", "client_addr", "address", "street",
        "zip_code",
        "zipcode", "postcode", "postal_code", "latitude", "longitude", "lat", "lng", "lon", "geo", "gps",
        "coordinates",
        "user_agent", "hostname",
        // What somebody pays with.
        "iban", "bic", "card_number", "credit_card", "bank_account", "account_number", "cvv", "cvc",
        // What opens a door.
        "password", "passwd", "passphrase", "pin_code", "secret", "token", "access_token", "refresh_token",
        "api_key",
        "apikey", "private_key", "credential", "credentials", "cookie", "cookies", "authorization", "bearer",
        "jwt",
        "otp", "signature",
    ]

    /// These look personal only when they are the whole name.
    static let wholeNames: Set<String> = [
        "name", "user", "customer", "person", "owner", "author", "pin", "location", "mail",
    ]

    /// What may stand behind the words and leaves the thing what it is.
    static let qualifiers: Set<String> = [
        "hash", "hashed", "prefix", "suffix", "value", "raw", "text", "string", "digits", "normalized", "old",
        "new",
    ]

    /// The phrases by their last word, each as its words.
    static let phrasesByLastWord: [String: [[String]]] = byLastWord(phrases)

    /// Phrases by their last word.
    static func byLastWord(_ phrases: some Sequence<String>) -> [String: [[String]]] {
        Dictionary(grouping: phrases.map(NameWords.split).filter { !$0.isEmpty }) { $0[$0.count - 1] }
    }

    /// The phrase that makes a name look personal, its words with spaces between them; nil: it does not.
    ///
    /// A name is what its last words say: `billing_email` is an e-mail address, `email_template` is none.
    static func match(
        _ words: [String], name: String, _ phrases: [String: [[String]]] = phrasesByLastWord
    ) -> String? {
        if wholeNames.contains(name) { return name }
        var words = words[...]
        while words.count > 1, let last = words.last, qualifiers.contains(last) { words.removeLast() }
        guard let last = words.last, let candidates = phrases[last] else { return nil }
        return candidates.first { words.suffix($0.count).elementsEqual($0) }?.joined(separator: " ")
    }
}
