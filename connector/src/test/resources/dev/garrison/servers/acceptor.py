"""An HTTPS or HTTP server that demands one channel binding:
acceptor.py MECHANISM PORT CERTIFICATE EXPECTED [HOST:PORT]

Shows CERTIFICATE (PEM with key; "-" for plain HTTP) and expects the binding to the certificate in EXPECTED.
Who is signed in and bound is told so, or served by the web server behind it at HOST:PORT, where one is named.
Ends with its standard input."""
import base64, hashlib, http.client, http.server, os, ssl, sys, threading
import gssapi
from gssapi.raw import ChannelBindings

mechanism, port, shown, expected = sys.argv[1:5]
behind = sys.argv[5] if len(sys.argv) > 5 else None
MECHANISMS = {"kerberos": "1.3.6.1.5.5.2", "ntlm": "1.3.6.1.4.1.311.2.2.10"}
with open(expected) as file:
    text = file.read()
end = "-----END CERTIFICATE-----"
der = ssl.PEM_cert_to_DER_cert(text[: text.index(end) + len(end)] + "\n")
bindings = ChannelBindings(application_data=b"tls-server-end-point:" + hashlib.sha256(der).digest())
# Kerberos comes inside SPNEGO, so its credentials are not for the bare mechanism.
credentials = gssapi.Credentials(usage="accept", mechs=[gssapi.OID.from_int_seq(MECHANISMS[mechanism])])
gssapi.SecurityContext.__DEFER_STEP_ERRORS__ = False
NAME = "Negotiate" if mechanism == "kerberos" else "NTLM"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    context = None
    user = None
    bound = False

    def forward(self, token=None):
        """Hands the request on, for somebody who is signed in and bound."""
        if not self.bound:
            return self.answer(403, "not bound")
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        kept = {name: value for name, value in self.headers.items() if name.lower() not in ("authorization", "connection")}
        upstream = http.client.HTTPConnection(behind)
        upstream.request(self.command, self.path, body, kept)
        answer = upstream.getresponse()
        content = answer.read()
        # With the Date of the site, whose clock is not this machine's.
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("connection", "transfer-encoding", "content-length"):
                self.send_header(name, value)
        if token:
            self.send_header("WWW-Authenticate", NAME + " " + base64.b64encode(token).decode())
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        upstream.close()

    def answer(self, status, text, token=None):
        body = text.encode()
        self.send_response(status)
        if token is not None:
            self.send_header("WWW-Authenticate", (NAME + " " + base64.b64encode(token).decode()).strip())
        elif status == 401:
            self.send_header("WWW-Authenticate", NAME)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        given = self.headers.get("Authorization")
        if given is None and not self.user:
            return self.answer(401, "")
        if given is None:
            return self.forward() if behind else self.answer(200, self.user)
        try:
            if self.context is None or self.context.complete:
                self.context = gssapi.SecurityContext(
                    creds=credentials, usage="accept", channel_bindings=bindings
                )
            token = self.context.step(base64.b64decode(given.split(" ", 1)[1]))
        except gssapi.exceptions.GSSError as error:
            print(error, flush=True)
            self.context = None
            return self.answer(401, "")
        if not self.context.complete:
            return self.answer(401, "", token)
        self.bound = bool(int(self.context.actual_flags) & 0x800)
        self.user = f"{self.context.initiator_name} bound {self.bound}"
        return self.forward(token) if behind else self.answer(200, self.user, token)

    do_POST = do_PUT = do_DELETE = do_GET

    def log_message(self, *words):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), Handler)
if shown != "-":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(shown)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
server.serve_forever()
