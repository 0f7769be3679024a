"""What the Application Insights exporter sends, read with the models of Microsoft's own exporter.

Runs the quickstart (its path is the first argument) against a server on loopback that takes what Application Insights would take,
and checks every item: gzip that Python reads, no field that the models do not know, every field they require, every limit they
have, each kind of item where it belongs, and the number of items against what the quickstart says it tracked.

Needs PyPI's azure-monitor-opentelemetry-exporter (for its models alone) and msrest.
"""

import gzip
import http.server
import importlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import threading
import types
from collections import Counter

KEY = "00000000-1111-2222-3333-444444444444"


def load_models():
    """The generated models alone; the packages around them want all of OpenTelemetry's SDK."""
    folder = importlib.util.find_spec("azure.monitor").submodule_search_locations[0]
    path = os.path.join(folder, "opentelemetry", "exporter")
    for name, place in [
        ("azure.monitor.opentelemetry", os.path.dirname(path)),
        ("azure.monitor.opentelemetry.exporter", path),
        ("azure.monitor.opentelemetry.exporter._generated", os.path.join(path, "_generated")),
    ]:
        module = types.ModuleType(name)
        module.__path__ = [place]
        sys.modules[name] = module
    return importlib.import_module("azure.monitor.opentelemetry.exporter._generated.models")


class Collector(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    lines: list = []
    problems: list = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path != "/v2.1/track":
            self.problems.append(f"posted to {self.path}")
        if self.headers["Content-Type"] != "application/x-json-stream":
            self.problems.append(f"content type {self.headers['Content-Type']}")
        if self.headers["Content-Encoding"] == "gzip":
            body = gzip.decompress(body)
        else:
            self.problems.append("not compressed")
        lines = body.decode("utf-8").splitlines()
        self.lines.extend(lines)
        answer = json.dumps({"itemsReceived": len(lines), "itemsAccepted": len(lines), "errors": []}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *arguments):
        pass


def unknown_fields(model, data):
    """The keys that a model does not have."""
    known = {entry["key"] for entry in model._attribute_map.values()}
    return sorted(set(data) - known)


def check(models, item):
    """What is wrong with one item."""
    problems = [f"unknown field {name}" for name in unknown_fields(models.TelemetryItem, item)]
    if item.get("iKey") != KEY:
        problems.append("wrong instrumentation key")
    data = item["data"]
    problems += [f"unknown field data.{name}" for name in unknown_fields(models.MonitorBase, data)]
    kinds = {
        "EventData": (models.TelemetryEventData, "Microsoft.ApplicationInsights.Event"),
        "RequestData": (models.RequestData, "Microsoft.ApplicationInsights.Request"),
        "ExceptionData": (models.TelemetryExceptionData, "Microsoft.ApplicationInsights.Exception"),
    }
    model, name = kinds[data["baseType"]]
    if item["name"] != name:
        problems.append(f"{item['name']} holds {data['baseType']}")
    base = data["baseData"]
    problems += [f"unknown field {key} of {data['baseType']}" for key in unknown_fields(model, base)]
    if base.get("ver") != 2:
        problems.append("ver is not 2")
    problems += [str(error) for error in model.deserialize(base).validate()]
    problems += [str(error) for error in models.TelemetryItem.deserialize(item).validate()]
    for exception in base.get("exceptions", []):
        problems += [f"unknown field {key}" for key in unknown_fields(models.TelemetryExceptionDetails, exception)]
        problems += [str(error) for error in models.TelemetryExceptionDetails.deserialize(exception).validate()]
    for key, value in base.get("properties", {}).items():
        if not isinstance(value, str) or len(key) > 150 or len(value) > 8192:
            problems.append(f"property {key}")
    for key, value in base.get("measurements", {}).items():
        if isinstance(value, bool) or not isinstance(value, (int, float)) or len(key) > 150:
            problems.append(f"measurement {key}")
    limits = {"ai.operation.id": 128, "ai.session.id": 64, "ai.user.id": 128, "ai.cloud.role": 256,
              "ai.cloud.roleInstance": 256, "ai.application.ver": 1024, "ai.internal.sdkVersion": 64}
    for tag, value in item["tags"].items():
        if tag not in limits or not isinstance(value, str) or len(value) > limits[tag]:
            problems.append(f"tag {tag}")
    return problems


def main():
    models = load_models()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, "signals.jsonl")
        environment = dict(os.environ)
        environment["TELEMETRY_APP_INSIGHTS_CONNECTION_STRING"] = (
            f"InstrumentationKey={KEY};IngestionEndpoint=http://127.0.0.1:{server.server_port}/"
        )
        run = subprocess.run(
            [sys.argv[1], "--output", log], env=environment, cwd=folder, timeout=300, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(run.stdout + run.stderr)
        if KEY in run.stdout + run.stderr:
            sys.exit("the instrumentation key is printed")
        with open(log, encoding="utf-8") as file:
            written = [json.loads(line) for line in file]
    server.shutdown()

    items = [json.loads(line) for line in Collector.lines]
    problems = list(Collector.problems)
    for item in items:
        problems += check(models, item)
    identifiers = {item["data"]["baseData"]["properties"]["record_id"] for item in items}
    missing = {record["record_id"] for record in written} - identifiers
    if missing:
        problems.append(f"{len(missing)} of {len(written)} events did not arrive")
    kinds = Counter(item["data"]["baseType"] for item in items)
    for kind in ["EventData", "RequestData", "ExceptionData"]:
        if not kinds[kind]:
            problems.append(f"no {kind}")
    for problem, count in Counter(problems).most_common(20):
        print(f"{count} times: {problem}")
    if problems:
        sys.exit(1)
    print(f"{len(items)} items as Application Insights wants them: " + ", ".join(f"{n} {k}" for k, n in sorted(kinds.items())))


if __name__ == "__main__":
    main()
