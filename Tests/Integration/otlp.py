"""Receives what the OTLP exporter sends, with decoders and a collector that nobody here wrote.

usage: otlp.py QUICKSTART [ROTEL_AGENT]

Runs QUICKSTART against a strict receiver on loopback, once for each of protobuf and JSON, plain and gzip. Protobuf is parsed with the
official descriptors of PyPI's opentelemetry-proto, which must know every field; JSON by OTLP's rules, which are not proto3's: hexadecimal
identifiers, integer enumerations, 64-bit integers as strings. gzip is read by Python. Every record is compared field by field with the
JSON line of the same identifier, and every line must have its record. With ROTEL_AGENT, the program that PyPI's rotel brings, the same is
sent to that collector, and what it prints is compared.
"""

import base64
import gzip
import http.server
import json
import os
import pathlib
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from datetime import datetime, timezone

from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest, ExportLogsServiceResponse

LIMIT = 600  # seconds that any single program may take
HEADERS = {"api-key": "k=1, 2", "x-tenant": "t"}


class Receiver(http.server.ThreadingHTTPServer):
    """Takes requests of one kind, and keeps what is in them."""

    daemon_threads = True

    def __init__(self, is_json, is_gzip):
        super().__init__(("127.0.0.1", 0), Handler)
        self.is_json, self.is_gzip = is_json, is_gzip
        self.requests, self.problems, self.lock = [], [], threading.Lock()
        self.thread = threading.Thread(target=self.serve_forever, daemon=True)
        self.thread.start()

    def close(self):
        self.shutdown()
        self.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            request = self.decode(body)
            with self.server.lock:
                self.server.requests.append(request)
        except Exception as problem:  # kept for the main thread, which fails on it
            with self.server.lock:
                self.server.problems.append(repr(problem))
        answer = b"{}" if self.server.is_json else ExportLogsServiceResponse().SerializeToString()
        self.send_response(200)
        self.send_header("Content-Type", self.headers["Content-Type"])
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def decode(self, body):
        assert self.path == "/base/v1/logs", self.path
        kind = "application/json" if self.server.is_json else "application/x-protobuf"
        assert self.headers["Content-Type"] == kind, self.headers["Content-Type"]
        assert re.fullmatch(r"Signalbook/\S+ OTel-OTLP-Exporter-Swift/\S+", self.headers["User-Agent"]), self.headers["User-Agent"]
        for name, value in HEADERS.items():
            assert self.headers[name] == value, (name, self.headers[name])
        assert (self.headers["Content-Encoding"] == "gzip") == self.server.is_gzip, self.headers["Content-Encoding"]
        if self.server.is_gzip:
            body = gzip.decompress(body)
        if self.server.is_json:
            return from_json(json.loads(body.decode("utf-8"), object_pairs_hook=unique), ExportLogsServiceRequest())
        request = ExportLogsServiceRequest.FromString(body)
        before = request.SerializeToString(deterministic=True)
        request.DiscardUnknownFields()
        assert request.SerializeToString(deterministic=True) == before, "unknown fields"
        return request

    def log_message(self, *_):
        pass


def unique(pairs):
    assert len({key for key, _ in pairs}) == len(pairs), pairs
    return dict(pairs)


def from_json(value, message):
    """OTLP/JSON into a message (opentelemetry-proto docs/specification.md, "JSON Protobuf Encoding"); anything else is an error."""
    fields = {field.json_name: field for field in message.DESCRIPTOR.fields}
    for key, content in value.items():
        field = fields[key]
        if field.is_repeated if hasattr(field, "is_repeated") else field.label == field.LABEL_REPEATED:
            for element in content:
                if field.message_type:
                    from_json(element, getattr(message, field.name).add())
                else:
                    getattr(message, field.name).append(scalar(field, element))
        elif field.message_type:
            child = getattr(message, field.name)
            child.SetInParent()
            from_json(content, child)
        else:
            setattr(message, field.name, scalar(field, content))
    return message


def scalar(field, value):
    if field.name in ("trace_id", "span_id"):
        return bytes.fromhex(value)
    if field.type == field.TYPE_BYTES:
        return base64.b64decode(value, validate=True)
    if field.type in (field.TYPE_INT64, field.TYPE_UINT64, field.TYPE_FIXED64, field.TYPE_SFIXED64, field.TYPE_SINT64):
        assert isinstance(value, str), (field.name, value)
        return int(value)
    if field.type == field.TYPE_DOUBLE:
        return float(value)
    if field.type == field.TYPE_ENUM:
        assert isinstance(value, int), (field.name, value)
    assert not isinstance(value, bool) or field.type == field.TYPE_BOOL, (field.name, value)
    return value


def plain(any_value):
    kind = any_value.WhichOneof("value")
    if kind is None:
        return None
    if kind == "array_value":
        return [plain(one) for one in any_value.array_value.values]
    if kind == "kvlist_value":
        return {pair.key: plain(pair.value) for pair in any_value.kvlist_value.values}
    return getattr(any_value, kind)


def attributes_of(pairs):
    attributes = {}
    for pair in pairs:
        assert pair.key not in attributes, f"{pair.key} stands twice"
        attributes[pair.key] = plain(pair.value)
    return attributes


def line_of(record):
    attributes = attributes_of(record.attributes)
    assert record.observed_time_unix_nano == record.time_unix_nano > 0
    moment = datetime.fromtimestamp(record.time_unix_nano // 10**9, timezone.utc)
    return {
        "timestamp": f"{moment:%Y-%m-%dT%H:%M:%S}.{record.time_unix_nano % 10**9 // 1000:06}Z",
        "event": record.event_name,
        "severity": record.severity_text.lower(),
        "record_id": attributes.pop("log.record.uid"),
        **attributes,
    }


def run(program, endpoint, folder, **variables):
    """Runs the program to its end; the lines of its log by identifier."""
    log = folder / "signals.jsonl"
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("OTEL_", "TELEMETRY_"))}
    environment.update(
        OTEL_EXPORTER_OTLP_ENDPOINT=endpoint,
        OTEL_EXPORTER_OTLP_HEADERS="api-key=k%3D1%2C%202,x-tenant=t",
        OTEL_SERVICE_NAME="quickstart",
        OTEL_RESOURCE_ATTRIBUTES="deployment.environment.name=ci%2Ctest,team=core",
        **variables,
    )
    done = subprocess.run(
        [program, "--requests", "200", "--output", str(log)], cwd=folder, env=environment, timeout=LIMIT, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert done.returncode == 0, done.stderr
    assert "otlp" not in done.stderr, done.stderr
    assert "k=1" not in done.stdout + done.stderr
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    written = {line["record_id"]: line for line in lines}
    assert len(written) == len(lines) > 200
    return written


def check(program, is_json, is_gzip):
    receiver = Receiver(is_json, is_gzip)
    try:
        with tempfile.TemporaryDirectory() as folder:
            written = run(
                program, f"http://127.0.0.1:{receiver.server_port}/base/", pathlib.Path(folder),
                OTEL_EXPORTER_OTLP_PROTOCOL="http/json" if is_json else "http/protobuf",
                OTEL_EXPORTER_OTLP_COMPRESSION="gzip" if is_gzip else "none")
    finally:
        receiver.close()
    assert not receiver.problems, receiver.problems[:3]
    received = {}
    for request in receiver.requests:
        (resource_logs,) = request.resource_logs
        resource = attributes_of(resource_logs.resource.attributes)
        assert resource["service.name"] == "quickstart" and resource["deployment.environment.name"] == "ci,test"
        assert resource["team"] == "core" and resource["telemetry.sdk.language"] == "swift"
        assert isinstance(resource["process.pid"], int) and len(resource["service.instance.id"]) == 36
        (scope_logs,) = resource_logs.scope_logs
        assert scope_logs.scope.name == "signalbook" and scope_logs.scope.version
        assert scope_logs.log_records
        for record in scope_logs.log_records:
            line = line_of(record)
            assert line["record_id"] not in received, "a record came twice"
            received[line["record_id"]] = line
    assert received.keys() == written.keys(), (len(received), len(written))
    for identifier, line in written.items():
        assert received[identifier] == line, (received[identifier], line)
    print(
        f"{len(received)} records in {len(receiver.requests)} requests of {'JSON' if is_json else 'protobuf'},",
        f"{'gzip' if is_gzip else 'plain'}: each as its JSON line has it")


def free_ports():
    """Two ports that nothing uses now, below those that the system gives to others, so that nothing gets them before the collector does."""
    ports = []
    while len(ports) < 2:
        port = random.randrange(10240, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                ports.append(port)
            except OSError:
                continue
    return ports


def check_rotel(program, agent, is_json):
    """The collector prints each record; its identifiers are compared with the log's."""
    port, grpc = free_ports()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        output = folder / "rotel.log"
        with output.open("wb") as sink:
            collector = subprocess.Popen(
                [agent, "start", "--otlp-http-endpoint", f"127.0.0.1:{port}", "--otlp-grpc-endpoint", f"127.0.0.1:{grpc}",
                 "--exporter", "blackhole", "--debug-log", "logs", "--debug-log-verbosity", "detailed"],
                cwd=folder, stdout=sink, stderr=subprocess.STDOUT)
        try:
            deadline = time.monotonic() + LIMIT
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError:
                    assert collector.poll() is None and time.monotonic() < deadline, output.read_text()[-2000:]
                    time.sleep(0.1)
            written = run(
                program, f"http://127.0.0.1:{port}", folder, OTEL_EXPORTER_OTLP_COMPRESSION="gzip",
                OTEL_EXPORTER_OTLP_PROTOCOL="http/json" if is_json else "http/protobuf")
            missing, text = set(written), ""
            deadline = time.monotonic() + LIMIT
            while missing and time.monotonic() < deadline:
                text = output.read_text(errors="replace")
                missing = {identifier for identifier in missing if identifier not in text}
                time.sleep(0.1)
            assert not missing, (len(missing), text[-2000:])
        finally:
            collector.send_signal(signal.SIGTERM)
            try:
                collector.wait(10)
            except subprocess.TimeoutExpired:
                collector.kill()
                collector.wait()
    print(f"{len(written)} records of {'JSON' if is_json else 'protobuf'}, gzip: rotel has them all")


def main():
    program = os.path.abspath(sys.argv[1])
    for is_json in (False, True):
        for is_gzip in (False, True):
            check(program, is_json, is_gzip)
    if len(sys.argv) > 2:
        for is_json in (False, True):
            check_rotel(program, os.path.abspath(sys.argv[2]), is_json)


main()
