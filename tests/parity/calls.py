"""The calls that tools/parity has both clients make: the same ones each time."""
import random

SEED = 6110
FIELDS = "id created_at updated_at deleted_at role email first_name last_name api_token metadata".split()
TEXTS = ["Ada", "Zoë", "O'Brien", "名前", "😀 smile", "a b", "tab\tline\n", 'quote " and \\', "100% & more=+;,", "\x7f\x01",
         "(b)*~!", "ß/ü?#", "\u2028\u2029", "<script>", "x" * 300, "null", "[1]"]
IDS = ["usr_01M83KGE5DMKKCCQ035KDEG4ET", "usr_1", "a-b.c~d_e", "42"]
ODD_IDS = ["a b", "a/b", "a#b", "a?limit=1", "100%", "Zoë", "中😀", "", ".", "..", "a'b", "a+b", "(a)"]
AUTHENTICATED = ["create", "delete", "list", "list", "list", "retrieve", "update", "update", "get_session",
                 "delete_session"]
OPEN = ["reset_password", "send_reset_password_token", "create_session", "get_token"]


class Calls:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, p):
        return self.random.random() < p

    def text(self):
        return self.random.choice(TEXTS)

    def shuffled(self, members):
        """A payload is written in any order."""
        names = list(members)
        self.random.shuffle(names)
        return {name: members[name] for name in names}

    def optional(self, members, name, value, null=False):
        if self.chance(0.5):
            members[name] = None if null and self.chance(0.2) else value

    def email(self):
        return self.random.choice(["ada@example.com", "Zoë@example.com", "a+b@example.com", "名@例.jp"])

    def password(self):
        return "" if self.chance(0.03) else self.random.choice(["supersecret", 'p"\\ä😀', "x" * 70])

    def json(self, depth=0):
        kind = self.random.randrange(6 if depth < 3 else 4)
        if kind == 0:
            return self.text()
        if kind == 1:
            return self.random.choice([0, -1, 42, 2**53 - 1, 0.5, -2.25])
        if kind == 2:
            return self.random.choice([True, False])
        if kind == 3:
            return None
        if kind == 4:
            return [self.json(depth + 1) for _ in range(self.random.randrange(4))]
        return {self.text(): self.json(depth + 1) for _ in range(self.random.randrange(4))}

    def metadata(self):
        return {self.random.choice(["plan", "ключ", 'a"b', "x y", "deep", "gone"]): self.json()
                for _ in range(self.random.randrange(5))}

    def date(self):
        return (f"20{self.random.randrange(10, 40)}-{self.random.randrange(1, 13):02}-{self.random.randrange(1, 29):02}"
                f"T{self.random.randrange(24):02}:{self.random.randrange(60):02}:07.{self.random.randrange(1000):03}Z")

    def query(self):
        some = {}
        for name in "email", "first_name", "last_name", "q":
            if self.chance(0.2):
                some[name] = "" if self.chance(0.1) else self.text()
        if self.chance(0.25):
            some["order"] = self.random.choice(["", "-"]) + self.random.choice(FIELDS)
        if self.chance(0.25):
            # 20 and 21: from there on this library writes a list in another way.
            count = self.random.choice([1, 2, 3, 20, 21])
            some["id"] = self.text() if self.chance(0.3) else [f"usr_{n}" for n in range(count)]
        if self.chance(0.25):
            roles = ["admin", "member", "developer"]
            some["role"] = self.random.choice(roles) if self.chance(0.5) else roles[:self.random.randrange(1, 4)]
        for name in "created_at", "updated_at", "deleted_at":
            if self.chance(0.15):
                bounds = self.random.sample(["lt", "gt", "lte", "gte"], self.random.randrange(1, 4))
                some[name] = {bound: self.date() for bound in bounds}
        if self.chance(0.3):
            some["offset"] = self.random.choice([0, 1, 50, 2**53 - 1])
        if self.chance(0.3):
            some["limit"] = self.random.choice([0, 1, 50, 1000])
        if self.chance(0.25):
            minus = self.random.choice(["", "-"])
            some["fields"] = ",".join(minus + name for name in self.random.sample(FIELDS, self.random.randrange(1, 5)))
        return self.shuffled(some)

    def payload(self, op):
        p = {}
        if op in ("create", "update"):
            self.optional(p, "first_name", self.text(), null=True)
            self.optional(p, "last_name", self.text(), null=True)
            self.optional(p, "role", self.random.choice(["admin", "member", "developer"]), null=True)
        if op == "update":
            self.optional(p, "api_token", self.random.choice(["tok_1", "tök 😀"]), null=True)
            self.optional(p, "metadata", self.metadata())
        if op in ("create", "send_reset_password_token", "create_session", "get_token"):
            p["email"] = self.email()
        if op == "reset_password":
            self.optional(p, "email", self.email(), null=True)
            p["token"] = "eyJhbGciOiJIUzI1NiJ9.e30.abc-_"
        if op in ("create", "reset_password", "create_session", "get_token"):
            p["password"] = self.password()
        if p and self.chance(0.02):
            name = self.random.choice([n for n in p if n not in ("role", "metadata")] or ["first_name"])
            p[name] = "nul\0"
        return self.shuffled(p)

    def headers(self, credentials):
        h = {}
        if self.chance(0.3):
            h["X-Trace"] = self.random.choice(["1", "a b", "quote\"", "x" * 200])
        if self.chance(0.1):
            h["User-Agent"] = "console/1.0"
        if self.chance(0.05):
            h["Accept"] = "*/*"
        if self.chance(0.03):
            h["X-Name"] = "Zoë"
        if self.chance(0.02):
            h["X-Split"] = "a\r\nX-Smuggled: b"
        if self.chance(0.02):
            h["Host"] = "elsewhere.example"
        if self.chance(0.02):
            h["X-Empty"] = ""
        if credentials and self.chance(0.08):
            h[self.random.choice(["Authorization", "x-medusa-access-token"])] = "Bearer of-this-call"
        return h

    def one(self, number):
        op = self.random.choice(AUTHENTICATED + OPEN)
        call = {"op": op, "config": {"headers": self.headers(False)}, "headers": self.headers(True)}
        call["headers"]["X-Call"] = str(number)
        # The official client has options for an API token alone; in Node the others are headers of one's own.
        signs = self.random.choice([None, "api_token", "api_token", "bearer", "session_cookie"])
        if signs:
            call["config"][signs] = {"api_token": "tok_admin_0123456789", "bearer": "eyJ.e30.x-y_z",
                                     "session_cookie": "s%3AQJz2w08Z.ddPNDnsAMz%2F"}[signs]
        if self.chance(0.2):
            call["config"]["publishable_api_key"] = "pk_01M83"
        if self.chance(0.3):
            call["config"]["retries"] = self.random.randrange(1, 4)
        if op in ("retrieve", "delete", "update"):
            call["id"] = self.random.choice(ODD_IDS) if self.chance(0.15) else self.random.choice(IDS)
        if op == "list" and not self.chance(0.1):
            call["query"] = self.query()
        elif op in ("create", "update") or op in OPEN:
            call["payload"] = self.payload(op)
        return call


def calls(count, seed=SEED):
    maker = Calls(seed)
    return [maker.one(number) for number in range(count)]
