"""Scrubs texts that PyPI's Faker made, and counts what the scrubber of free text misses and what it takes for private that is not.

usage: scrubbed_texts.py SOURCES

Compiles the scrubber's folder, SOURCES/Runtime/Signalbook/Sanitizing, and the vocabulary with scrubbed_texts.swift beside this file; it
needs nothing else of the package.
E-mail addresses, IP addresses, payment card numbers and UUIDs come from Faker, of many locales and with fixed seeds, and stand in templates as
they do in logs, in prose, in JSON and in URLs. Every one of them must be replaced whole. Of what is none of these (telephone
numbers, account numbers, hashes, times, paths, names, prose) no more than one in a thousand may be replaced.
"""

import collections
import ipaddress
import pathlib
import subprocess
import sys
import tempfile

from faker import Faker

LOCALES = [
    "ar_SA", "cs_CZ", "de_DE", "el_GR", "en_GB", "en_US", "es_ES", "fr_FR", "he_IL", "hi_IN", "hu_HU", "it_IT",
    "ja_JP", "ko_KR", "nl_NL", "pl_PL", "pt_BR", "ru_RU", "sv_SE", "th_TH", "tr_TR", "uk_UA", "vi_VN", "zh_CN",
]  # fmt: skip
TEMPLATES = [
    "{}", "({})", "<{}>", "'{}'", '"{}"', "to {}.", "{}, and more", "key={}", "x:{}", "is {}?", "a {}; b", "[{}]",
    '{{"v":"{}"}}', "/{}/x", "?q={}&r=1", "\t{}\n", "…{}…", "„{}“", "：{}。", "user {} did", "{}:8080", "{}:", "{}-",
    "-{}", "{}!", "#{}", "={}", "@{}", "\\n{}\\n", "Zażółć {} gęślą", "これは{}です",
]  # fmt: skip
EMAILS = [
    "email", "company_email", "free_email", "ascii_email", "safe_email", "ascii_company_email", "ascii_free_email",
    "ascii_safe_email",
]  # fmt: skip
ADDRESSES = ["ipv4", "ipv4_private", "ipv4_public", "ipv6"]
# Not here: numbers of four parts and numbers of thirteen or sixteen digits, which nobody can tell from addresses and cards.
HARMLESS = [
    "phone_number", "iban", "bban", "swift", "ssn", "date", "time", "iso8601", "mac_address", "md5", "sha1", "sha256",
    "file_path", "url", "isbn13", "ean8", "license_plate", "latitude", "sentence", "paragraph", "slug",
    "domain_name", "hostname", "mime_type", "name", "address", "company", "job", "catch_phrase", "hex_color",
    "pricetag", "user_name", "color_name", "uri_path",
]  # fmt: skip
ROUNDS = 12
MOST_HARMLESS_REPLACED = 0.001


def cards(faker):
    provider = next(one for one in faker.get_providers() if hasattr(one, "credit_card_types"))
    for kind in provider.credit_card_types:
        number = faker.credit_card_number(card_type=kind)
        yield kind, number
        if len(number) in (15, 16):
            cuts = (0, 4, 8, 12, 16) if len(number) == 16 else (0, 4, 10, 15)
            groups = [number[start:end] for start, end in zip(cuts, cuts[1:])]
            yield f"{kind}, spaces", " ".join(groups)
            yield f"{kind}, dashes", "-".join(groups)


def private(faker):
    """What must be replaced, each with its kind: the word of the replacement, and which."""
    for name in EMAILS:
        yield ("email", name), getattr(faker, name)()
    for name in ADDRESSES:
        yield ("ip", name), getattr(faker, name)()
    short = (0x20010DB8 << 96) | faker.random_int(0, 65535) << 64 | faker.random_int(0, 65535)
    yield ("ip", "ipv6, short"), str(ipaddress.IPv6Address(short))
    yield ("uuid", "uuid"), str(faker.uuid4())
    yield ("uuid", "UUID"), str(faker.uuid4()).upper()
    for kind, number in cards(faker):
        yield ("card", kind), number


def harmless(faker):
    for name in HARMLESS:
        try:
            yield name, str(getattr(faker, name)())
        except AttributeError:  # Not every locale has all.
            continue
    yield "milliseconds", faker.numerify("17##########")
    yield "nanoseconds", faker.numerify("17#################")
    yield "digits", faker.numerify("##########")
    yield "version", faker.numerify("v#.%#.#")
    yield "hexadecimal", faker.hexify("^" * 16)
    yield "name of a variable", faker.lexify("????_????????_?????_id")


def scrub(program, texts):
    answer = subprocess.run([program], input="\0".join(texts).encode(), capture_output=True, check=True)
    result = answer.stdout.decode().split("\0")
    assert len(result) == len(texts), "there are not as many texts as were given"
    return result


def compiled(sources, folder):
    """The program: the scrubber's sources with the driver, over the module of the vocabulary."""
    program, vocabulary = folder / "scrubbed_texts", folder / "vocabulary.o"
    swiftc = ["swiftc", "-O", "-wmo", "-parse-as-library", "-package-name", "signalbook"]
    files = sorted((sources / "Vocabulary/SignalVocabulary").rglob("*.swift"))
    module = ["-module-name", "SignalVocabulary", "-emit-module-path", folder / "SignalVocabulary.swiftmodule"]
    subprocess.run([*swiftc, "-c", *module, *files, "-o", vocabulary], check=True)
    files = sorted((sources / "Runtime/Signalbook/Sanitizing").glob("*.swift"))
    driver = pathlib.Path(__file__).with_suffix(".swift")
    subprocess.run([*swiftc, "-I", folder, *files, driver, vocabulary, "-o", program], check=True)
    return program


def is_whole(template, replacement, value, result):
    """Whether nothing of the value is left, and of the template all but what may belong to the value: a sign before it, a port behind it."""
    before, after = template.format("\0").split("\0")
    first, found, last = result.partition(f"[{replacement}]")
    return (
        bool(found)
        and before.startswith(first)
        and len(before) - len(first) <= 1
        and after.endswith(last)
        and after.removesuffix(last) in ("", "-", ":8080")
    )


def main():
    sources = pathlib.Path(sys.argv[1])
    wanted, unwanted = [], []
    for number, locale in enumerate(LOCALES):
        faker = Faker(locale)
        faker.seed_instance(number)
        for _ in range(ROUNDS):
            for kind, value in private(faker):
                wanted.append((kind, value, TEMPLATES[faker.random_int(0, len(TEMPLATES) - 1)]))
            unwanted += harmless(faker)
    with tempfile.TemporaryDirectory() as folder:
        program = compiled(sources, pathlib.Path(folder))
        scrubbed = scrub(program, [template.format(value) for _, value, template in wanted])
        left = scrub(program, [f"got {value} now" for _, value in unwanted])

    counts, missed = collections.Counter(), []
    for (kind, value, template), result in zip(wanted, scrubbed):
        counts[kind[0]] += 1
        if not is_whole(template, kind[0], value, result):
            missed.append((*kind, template.format(value), result))
    replaced = [
        (name, value, result) for (name, value), result in zip(unwanted, left) if result != f"got {value} now"
    ]
    for one in missed[:20]:
        print("missed", *map(repr, one))
    for one in replaced if len(replaced) > len(unwanted) * MOST_HARMLESS_REPLACED else []:
        print("replaced", *map(repr, one))
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
    print(f"scrubbed: {kinds}; missed {len(missed)}; of {len(unwanted)} harmless values {len(replaced)} replaced")
    if missed or len(replaced) > len(unwanted) * MOST_HARMLESS_REPLACED:
        sys.exit(1)


main()
