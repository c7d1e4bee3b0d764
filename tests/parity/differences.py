"""The differences that are as they should be, each with its reason and the condition under which it is one:
explains(call, aspect, ours, theirs), with the aspects of compare.py. One that no call shows makes tools/parity fail."""
import collections
import re
from urllib.parse import unquote_to_bytes

Difference = collections.namedtuple("Difference", "name reason explains")
OPEN = ("reset_password", "send_reset_password_token", "create_session", "get_token")
CREDENTIALS = {"authorization": "bearer", "cookie": "session_cookie", "x-medusa-access-token": "api_token"}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def headers(call):
    return {**call["config"]["headers"], **call["headers"]}


def brings_credentials(call):
    return any(name.lower() in CREDENTIALS for name in call["headers"])


def refused(why, condition):
    return lambda call, aspect, a, b: aspect == "sent" and a == why and b is None and condition(call)


def odd_id(call, aspect, a, b):
    """Whatever theirs has become, ours must be the id."""
    wanted = call.get("id", "")
    if not re.search(r"[^\w.~-]|[^\0-\x7f]", wanted):
        return False
    if aspect == "path":
        return a == [b"", b"admin", b"users", wanted.encode()]
    if aspect == "path spelling":
        return unquote_to_bytes(a) == b"/admin/users/" + wanted.encode()
    if aspect == "query":
        return a == [] and "?" in wanted
    return aspect == "sent" and a is None and b == "Request path contains unescaped characters"


def parts_of_query(call, a, b):
    """(whether an empty search makes the difference, whether a long list does), or nothing."""
    empty = call.get("query", {}).get("q") == ""
    ids = call.get("query", {}).get("id")
    many = isinstance(ids, list) and len(ids) > 20
    theirs = [(b"id" if many and name.startswith(b"id[") else name, value) for name, value in b
              if not (empty and (name, value) == (b"q", b""))]
    return (empty, many) if sorted(theirs) == a else (False, False)


DIFFERENCES = [
    Difference("`User-Agent`, `Connection`", "each names itself; HTTP/1.1 keeps connections "
               "by default", lambda call, aspect, a, b:
               aspect == "header connection" and (a, b) == (None, ("keep-alive",)) or
               aspect == "header user-agent" and a[0].startswith("medusa-cpp/") and b == ("axios/0.24.0",)),
    Difference("`Idempotency-Key`", "both send a random UUID of version 4", lambda call, aspect, a, b:
               aspect == "header idempotency-key" and a and b and all(UUID.fullmatch(k[0]) for k in (a, b))),
    Difference("`Content-Type` without a body", "there is nothing to describe", lambda call, aspect, a, b:
               aspect == "header content-type" and (a, b) == (None, ("application/json",)) and
               call["op"] in ("list", "retrieve", "get_session", "delete", "delete_session")),
    Difference("body `{}` of `DELETE`", "the server does not look at it", lambda call, aspect, a, b:
               aspect == "body" and (a, b) == (None, "{}") and call["op"] in ("delete", "delete_session")),
    Difference("credentials to where none are needed", "not sent here", lambda call, aspect, a, b:
               aspect.startswith("header ") and a is None and call["op"] in OPEN and
               CREDENTIALS.get(aspect[7:]) in call["config"]),
    Difference("two kinds of credentials", "those of the call replace the client's", lambda call, aspect, a, b:
               aspect.startswith("header ") and a is None and call["op"] not in OPEN and brings_credentials(call) and
               CREDENTIALS.get(aspect[7:]) in call["config"]),
    Difference("header beyond ASCII", "bytes are sent as given; Node sends one byte for each character up to U+00FF",
               lambda call, aspect, a, b: aspect == "header x-name" and
               a[0].encode("latin-1").decode() == b[0] == headers(call)["X-Name"]),
    Difference("reserved characters and Unicode in an id", "percent-encoded here; sent raw there, where they end the "
               "path, name another route, or are refused", odd_id),
    Difference("`q=` of an empty search", "the server answers 500 to it", lambda call, aspect, a, b:
               aspect == "query" and parts_of_query(call, a, b)[0]),
    Difference("more than 20 ids", "repeated names: the server refuses longer indexed lists", lambda call, aspect, a, b:
               aspect == "query" and parts_of_query(call, a, b)[1]),
    Difference("empty id or password", "refused here: the id would be the list, the password locks out",
               refused("a required value is missing", lambda call: call.get("id") == "" or
                       call.get("payload", {}).get("password") == "")),
    Difference("id `.` or `..`", "refused here: it names another route",
               refused("the id would name another route", lambda call: call.get("id") in (".", ".."))),
    Difference("NUL in a text", "refused here: the server answers 500",
               refused("a control character is not allowed here",
                       lambda call: "nul\0" in call.get("payload", {}).values())),
    Difference("a `Host` of the caller's", "refused here: it belongs to the transport",
               refused("a name is not valid, or set by the transport", lambda call: "Host" in headers(call))),
    Difference("CR or LF in a header", "refused by both", lambda call, aspect, a, b:
               aspect == "sent by neither" and "X-Split" in headers(call)),
]
