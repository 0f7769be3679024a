"""Reads what a killed process left in its buffer, with a protobuf decoder that nobody here wrote.

usage: ring_records.py QUICKSTART

Starts `QUICKSTART --serve` with a spool directory, sends it requests, waits until they are in its JSON-lines file, and kills it with
SIGKILL. Then every segment file is read by its documented layout (Sources/Runtime/Signalbook/Buffer/Segment.swift), every record is parsed with
the official descriptors of PyPI's opentelemetry-proto, and compared field by field with the JSON line of the same identifier. The index
(Sources/Runtime/Signalbook/Buffer/RingIndex.swift) must say what is in the segments.
"""

import json
import os
import pathlib
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from datetime import datetime, timezone

from opentelemetry.proto.logs.v1.logs_pb2 import LogRecord

HEAD = ("timestamp", "event", "severity", "record_id", "catalog")


def value(any_value):
    kind = any_value.WhichOneof("value")
    if kind is None:
        return None
    if kind == "array_value":
        return [value(one) for one in any_value.array_value.values]
    return getattr(any_value, kind)


MASK = (1 << 64) - 1
STEP = 0x9E3779B97F4A7C15


def mix(value):
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 & MASK
    value = (value ^ value >> 27) * 0x94D049BB133111EB & MASK
    return value ^ value >> 31


def seed_of(buffer, generation):
    return mix(buffer + generation * STEP & MASK) or 1


def record_checksum(data, start, length, nanoseconds, seed):
    """The hash of Sources/Runtime/Signalbook/Buffer/RecordChecksum.swift, written from its description alone."""
    count = (length + 7) // 8
    words = struct.unpack_from(f"<{count}Q", data, start)
    total = length | nanoseconds << 64
    key = seed
    for left, right in zip(words[0 : count // 2 * 2 : 2], words[1::2]):
        total += (left + key & MASK) * (right + (key ^ 0xD6E8FEB86659FD93) & MASK)
        key = key + STEP & MASK
    if count % 2:
        product = (words[-1] + key & MASK) * (key ^ 0xD6E8FEB86659FD93)
        low, high = (total + (product & MASK)) & MASK, (total >> 64) + (product >> 64)
        total = low | (high & MASK) << 64
    low, high = total & MASK, total >> 64 & MASK
    return mix((low ^ seed) + high * STEP & MASK) >> 32 or 1


def index_entries(path):
    """What the index says of each segment that is in use: generation, flags, bytes, records."""
    data = path.read_bytes()
    magic, version, start = struct.unpack_from("<8sII", data)
    assert (magic, version, start) == (b"SIGNLBKI", 3, 256), (path, magic, version, start)
    count, segment_size, areas = struct.unpack_from("<III", data, 32)
    kind, entry_size, offset, size = struct.unpack_from("<IIQQ", data, 64)
    assert (areas, kind, entry_size, size) == (1, 1, 64, 64 * count), (areas, kind, entry_size, size)
    entries = {}
    for number in range(count):
        generation, flags, check, length, records = struct.unpack_from("<QIIII", data, offset + 64 * number)
        if check:
            entries[number] = (generation, flags, length, records)
    return segment_size, entries


def records(path):
    data = path.read_bytes()
    magic, version, start = struct.unpack_from("<8sII", data)
    assert (magic, version) == (b"SIGNLBK1", 3), (path, magic, version)
    buffer, _, generation, size, flags, checksum = struct.unpack_from("<QQQIIQ", data, 16)
    assert flags in (0, 1), flags
    assert size == len(data), (path, size, len(data))
    (committed,) = struct.unpack_from("<Q", data, 64)
    if checksum == 0:
        assert committed == 0, "an empty segment has no records"
        return
    offset, end = start, start + committed
    cursor = struct.unpack_from("<I", data, 128)[0]
    boundaries = {0}
    while offset < end:
        word, checksum, nanoseconds = struct.unpack_from("<IIQ", data, offset)
        length, state = word & 0x1FFFF, word >> 17
        assert state == 0, "nobody has given a record up, and each is a log record"
        assert checksum == record_checksum(data, offset + 16, length, nanoseconds, seed_of(buffer, generation)), offset
        assert not any(data[offset + 16 + length : offset + 16 + (length + 7 & ~7)]), "padding"
        payload = data[offset + 16 : offset + 16 + length]
        record = LogRecord.FromString(payload)
        assert not record.DiscardUnknownFields(), "unknown fields"
        assert record.SerializeToString(deterministic=True) is not None
        assert record.time_unix_nano == nanoseconds == record.observed_time_unix_nano
        assert (record.severity_number >= 17) == (flags == 1), "errors have segments of their own"
        yield record
        offset += (16 + length + 7) & ~7
        boundaries.add(offset - start)
    assert cursor in boundaries, (cursor, "is no record's beginning")


def line_of(record):
    attributes = {}
    for attribute in record.attributes:
        assert attribute.key not in attributes, f"{attribute.key} stands twice"
        attributes[attribute.key] = value(attribute.value)
    time_of_day = datetime.fromtimestamp(record.time_unix_nano // 10**9, timezone.utc)
    microseconds = record.time_unix_nano % 10**9 // 1000
    return {
        "timestamp": f"{time_of_day:%Y-%m-%dT%H:%M:%S}.{microseconds:06}Z",
        "event": record.event_name,
        "severity": record.severity_text.lower(),
        "record_id": attributes.pop("log.record.uid"),
        **attributes,
    }


def request(base, method, path, body=None):
    call = urllib.request.Request(base + path, data=body, method=method, headers={"Content-Type": "application/json"})
    try:
        urllib.request.urlopen(call, timeout=300).read()
    except urllib.error.HTTPError as error:
        error.read()


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        log, spool = folder / "signals.jsonl", folder / "spool"
        environment = {**os.environ, "TELEMETRY_SPOOL_DIRECTORY": str(spool), "TELEMETRY_FLUSH_INTERVAL_SECONDS": "1"}
        process = subprocess.Popen(
            [program, "--serve", "--output", str(log)], env=environment, cwd=folder, text=True, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL)
        try:
            base = None
            while base is None:
                line = process.stdout.readline()
                assert line, "the service ended before it said where it listens"
                found = re.search(r"http://127\.0\.0\.1:\d+", line)
                base = found and found.group(0)
            for number in range(40):
                request(base, "GET", "/health")
                request(base, "POST", "/api/v1/sessions", b'{"not": "what it wants", "mail": "ada@example.com"}')
                request(base, "GET", f"/nowhere/{number}")
            deadline = time.monotonic() + 300
            lines = []
            while time.monotonic() < deadline:
                # A line without its end is still being written.
                lines = log.read_text().rpartition("\n")[0].splitlines() if log.exists() else []
                if sum('"request_received"' in line for line in lines) >= 120:
                    break
                time.sleep(0.2)
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()
        written = {line["record_id"]: line for line in map(json.loads, lines)}
        compared = 0
        (ring,) = spool.iterdir()
        assert re.fullmatch(r"\d+-[0-9a-f]{1,16}", ring.name), ring.name
        assert (ring / "exporters").read_text() == "signalbook exporters 2\nlogs json-lines\nend\n"
        assert (ring / "owner.lock").exists()
        segment_size, entries = index_entries(ring / "index")
        for number, path in enumerate(sorted(ring.glob("*.ring"))):
            found = list(records(path))
            data = path.read_bytes()
            assert len(data) == segment_size
            if number in entries:
                generation, flags, length, count = entries[number]
                assert (generation, flags) == (*struct.unpack_from("<Q", data, 32), *struct.unpack_from("<I", data, 44))
                (committed,) = struct.unpack_from("<Q", data, 64)
                # The last record may be in the segment and not yet in the index.
                assert (committed, len(found)) == (length, count) or len(found) == count + 1, (committed, length, count)
            else:
                assert not found, "the index does not know the segment"
            for record in found:
                expected = written.get(attribute(record, "log.record.uid"))
                if expected is None:
                    continue  # tracked after the file was read
                assert line_of(record) == expected, (line_of(record), expected)
                compared += 1
        assert compared == len(written) >= 240, (compared, len(written))
        print(f"{compared} records decoded by opentelemetry-proto, each as its JSON line has it")


def attribute(record, key):
    return next(one.value.string_value for one in record.attributes if one.key == key)


main()
