"""Has both clients make the same calls, and compares what arrives:
python3 compare.py OURS OFFICIAL_MODULES FOLDER CALLS SEED
Prints a table, and a line for each call with a difference that differences.py does not list."""
import collections
import json
import pathlib
import subprocess
import sys
from urllib.parse import unquote_to_bytes

from calls import calls
from differences import DIFFERENCES
from recorder import Recorder


def decoded(text):
    return unquote_to_bytes(text.encode("latin-1"))


def pairs(query):
    return sorted(tuple(decoded(part) for part in pair.partition("=")[::2]) for pair in query.split("&") if pair)


def aspects(request):
    """What is compared of a request, by name."""
    method, target, headers, body = request
    path, _, query = target.partition("?")
    found = {"method": method, "path": [decoded(s) for s in path.split("/")], "path spelling": path,
             "query": pairs(query), "query spelling": sorted(query.split("&"))}
    for name, value in headers:
        found[f"header {name}"] = found.get(f"header {name}", ()) + (value,)
    found.pop("header content-length", None)  # of two spellings of one JSON value; that it is right is read
    # As text, since to Python True is 1.
    found["body"] = json.dumps(json.loads(body), sort_keys=True) if body else None
    return found


def differences(ours, theirs):
    a, b = aspects(ours), aspects(theirs)
    for name in ("path", "query"):
        if a[name] != b[name]:  # is spelled differently, of course
            del a[f"{name} spelling"], b[f"{name} spelling"]
    return [(name, a.get(name), b.get(name)) for name in sorted(a | b) if a.get(name) != b.get(name)]


def run(command, made):
    """The requests that arrived, and what was said of those that did not."""
    server = Recorder()
    done = subprocess.run([*command, made, server.url], check=True, timeout=300, capture_output=True, text=True)
    server.shutdown()
    host = server.url.removeprefix("http://")
    for number, requests in server.requests.items():
        if number is None or len(requests) != 1:
            sys.exit(f"{command[0]}: call {number} was sent {len(requests)} times")
        method, target, headers, body = requests[0]
        if headers.count(("host", host)) != 1 or [n for n, _ in headers].count("host") != 1:
            headers.append(("wrong host", str(headers)))
        # Each client has a server of its own.
        server.requests[number] = [(method, target, [h for h in headers if h[0] != "host"], body)]
    return server.requests, dict(line.split(" ", 1) for line in done.stdout.splitlines() if line[:1].isdigit())


def compare(call, ours, theirs):
    number = call["headers"]["X-Call"]
    sent = [number in side[0] for side in (ours, theirs)]
    for side, arrived in zip((ours, theirs), sent):
        if not arrived and number not in side[1]:
            return [("lost", side is ours, None)]
    if all(sent):
        return differences(ours[0][number][0], theirs[0][number][0])
    if not any(sent):
        return [("sent by neither", ours[1][number], theirs[1][number])]
    return [("sent", *(None if arrived else side[1][number] for side, arrived in zip((ours, theirs), sent)))]


def main():
    program, modules, folder, count, seed = sys.argv[1:]
    generated = calls(int(count), int(seed))
    made = pathlib.Path(folder) / "calls.json"
    made.write_text(json.dumps(generated))
    script = pathlib.Path(__file__).with_name("official.js")
    ours, theirs = run([program], made), run(["node", script, modules], made)
    listed, same, failed = collections.Counter(), 0, 0
    for call in generated:
        found = compare(call, ours, theirs)
        unlisted = []
        for each in found:
            names = [d.name for d in DIFFERENCES if d.explains(call, *each)]
            listed.update(names)
            if not names:
                unlisted.append(each)
        same += not unlisted
        if unlisted:
            failed += 1
            print("FAIL", json.dumps(call, ensure_ascii=True)[:600])
            for name, a, b in unlisted:
                print(f"     {name}: ours {a!r:.300}, theirs {b!r:.300}")
    both = sum(str(n) in ours[0] and str(n) in theirs[0] for n in range(len(generated)))
    neither = sum(str(n) not in ours[0] and str(n) not in theirs[0] for n in range(len(generated)))
    print(f"{len(generated)} calls: {both} sent by both, {neither} refused by both\n")
    print("| calls | difference | why |\n|---|---|---|")
    for each in DIFFERENCES:
        print(f"| {listed[each.name]} | {each.name} | {each.reason} |")
    print()
    for each in DIFFERENCES:
        if not listed[each.name]:
            failed += 1
            print(f"FAIL no call has this difference any more: {each.name}")
    print(f"{same + sum(listed[d.name] > 0 for d in DIFFERENCES)} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
