"""Signed pages, public key lines and strict Ed25519 (docs/spec/signatures.md, keys.md)."""
import base64
import binascii
import functools
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256, sha512

BEGIN, END = b"-----BEGIN SSH SIGNATURE-----", b"-----END SSH SIGNATURE-----\n"
KEY_FIELDS = {b"ssh-ed25519": 1, b"sk-ssh-ed25519@openssh.com": 2}
# What no text of a record, of a key's application or of its comment may hold (records.md).
FORBIDDEN = re.compile("[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029"
                       "\ufeff\ufdd0-\ufdef" + "".join(
                           f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}"
                           for plane in range(17)) + "]")

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


class Broken(Exception):
    """A rule is broken: the code of the finding."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def decode(data):
    """The point (x, y, z, x*y/z) that has these 32 bytes as its canonical encoding, or None."""
    y, sign = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P


def add(p, q):
    """The sum of two points (RFC 8032, 5.1.4)."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * D * p[3] * q[3] % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    """A multiple of a point."""
    result = (0, 1, 1, 0)
    for bit in f"{number:b}":
        result = add(result, result)
        result = add(result, point) if bit == "1" else result
    return result


def of_small_order(point):
    """Whether eight times the point is the neutral element."""
    x, y, z, _ = times(8, point)
    return x == 0 and y == z


BASE = decode(bytes.fromhex("58" + "66" * 31))


@functools.lru_cache(None)
def fits(key, signature, message):
    """S B = R + k A, without the cofactor, with S reduced and R not of small order."""
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(sha512(signature[:32] + key + message).digest(), "little") % L
    x, y, z, t = decode(key)
    point = add(times(s, BASE), times(k, (-x, y, z, -t)))
    x, y = (value * pow(point[2], -1, P) % P for value in point[:2])
    encoded = (y | (x & 1) << 255).to_bytes(32, "little")
    return s < L and encoded == signature[:32] and not of_small_order(point)


def strings(data, count):
    """The first strings of an SSH buffer, and what follows them."""
    found = []
    for _ in range(count):
        end = 4 + int.from_bytes(data[:4], "big")
        if len(data) < 4 or len(data) < end:
            raise Broken("signature.malformed")
        found.append(data[4:end])
        data = data[end:]
    return found, data


def string(data):
    """An SSH string."""
    return len(data).to_bytes(4, "big") + data


@functools.lru_cache(None)
def check_key(blob):
    """The type, the 32 bytes and the application (b"" for a plain key) of a public key."""
    (kind,), rest = strings(blob, 1)
    if kind not in KEY_FIELDS:
        raise Broken("signature.unsupported")
    (key, *application), rest = strings(rest, KEY_FIELDS[kind])
    text = application[0].decode("utf-8", "replace") if application else "none"
    if rest or len(key) != 32 or not 1 <= len(text.encode()) <= 255 or (
            application and text.encode() != application[0]) or FORBIDDEN.search(text):
        raise Broken("signature.malformed")
    if (point := decode(key)) is None:
        raise Broken("signature.malformed")
    if of_small_order(point):
        raise Broken("signature.weak_key")
    return kind, key, b"".join(application)


def key_line(blob):
    """The public key line without comment."""
    return f"{strings(blob, 1)[0][0].decode()} {base64.b64encode(blob).decode()}"


def read_key_line(line, comment=False):
    """The key line without its comment; ValueError or Broken if it is none (keys.md)."""
    parts = line.split(" ", 2)
    if FORBIDDEN.search(line) or len(parts) < 2 or len(parts) > (3 if comment else 2):
        raise ValueError("not a public key line")
    blob = base64.b64decode(parts[1], validate=True)
    check_key(blob)
    if key_line(blob) != " ".join(parts[:2]):
        raise ValueError("not the one spelling of a public key")
    return key_line(blob)


def record_of(page):
    """The part of a page that is signed, and the armour behind it (b"" if there is none)."""
    begin = re.search(rb"^" + BEGIN, page, re.MULTILINE)
    return (page[:begin.start()], page[begin.start():]) if begin else (page, b"")


@functools.lru_cache(None)
def signed_by(page, namespace):
    """The line of the key that signed the page; Broken with the code of the first broken rule."""
    record, armour = record_of(page)
    if not armour:
        raise Broken("signature.missing")
    try:
        body = armour.removeprefix(BEGIN + b"\n").removesuffix(END)
        blob = base64.b64decode(body.replace(b"\n", b""), validate=True)
    except binascii.Error:
        raise Broken("signature.malformed") from None
    text = base64.b64encode(blob)
    lines = b"".join(text[i:i + 70] + b"\n" for i in range(0, len(text), 70))
    if armour != BEGIN + b"\n" + lines + END or len(armour) > 8192 or blob[:6] != b"SSHSIG":
        raise Broken("signature.malformed")
    if len(blob) >= 10 and blob[6:10] != b"\0\0\0\1":
        raise Broken("signature.unsupported")
    (public, space, reserved, hashed, signature), rest = strings(blob[10:], 5)
    if reserved or rest:
        raise Broken("signature.malformed")
    if space != namespace:
        raise Broken("signature.wrong_namespace")
    if hashed != b"sha512":
        raise Broken("signature.unsupported")
    kind, key, application = check_key(public)
    (algorithm, numbers), extra = strings(signature, 2)
    if algorithm != kind or len(numbers) != 64 or len(extra) != (5 if application else 0):
        raise Broken("signature.malformed")
    message = b"SSHSIG" + string(namespace) + string(b"") + string(hashed) + string(
        sha512(record).digest())
    if application:
        if not extra[0] & 1:
            raise Broken("signature.no_user_presence")
        message = sha256(application).digest() + extra + sha256(message).digest()
    if not fits(key, numbers, message):
        raise Broken("signature.invalid")
    OPINIONS.append(POOL.submit(second_opinion, record, armour, namespace))
    return key_line(public)


POOL, OPINIONS = ThreadPoolExecutor(4), []


def hear_opinions():
    """Wait for ssh-keygen; an error if it refuses what holds here."""
    while OPINIONS:
        OPINIONS.pop().result()


def second_opinion(record, armour, namespace):
    """What holds here must hold for OpenSSH too, which is laxer."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(armour)
        file.flush()
        command = ["ssh-keygen", "-Y", "check-novalidate", "-n", namespace, "-s", file.name]
        subprocess.run(command, input=record, check=True, capture_output=True)
