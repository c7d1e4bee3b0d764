"""A server that keeps what it is sent, byte for byte, by the number in the header X-Call."""
import socketserver
import threading

ANSWER = (b'{"user":{"id":"usr_1","email":"a@example.com"},"users":[],"count":0,"offset":0,"limit":50,'
          b'"id":"usr_1","object":"user","deleted":true,"access_token":"t"}')


class Handler(socketserver.StreamRequestHandler):
    def one(self):
        line = self.rfile.readline()
        if not line:
            return False
        method, target, _ = line.decode("latin-1").split(" ")
        headers = []
        while (line := self.rfile.readline()) not in (b"\r\n", b""):
            name, value = line.decode("latin-1").rstrip("\r\n").split(":", 1)
            headers.append((name.lower(), value.strip(" ")))
        fields = dict(headers)
        if "transfer-encoding" in fields:
            raise ValueError("a chunked body is not expected from either client")
        body = self.rfile.read(int(fields.get("content-length", 0)))
        self.server.requests.setdefault(fields.get("x-call"), []).append((method, target, headers, body))
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                         % (len(ANSWER), ANSWER))
        return fields.get("connection", "").lower() != "close"

    def handle(self):
        while self.one():
            pass


class Recorder(socketserver.ThreadingTCPServer):
    """`requests` has, for each number, a list of (method, target, headers, body)."""
    daemon_threads = True
    request_queue_size = 64

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests = {}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}"
