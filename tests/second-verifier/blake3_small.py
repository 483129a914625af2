"""BLAKE3 in plain Python, hashing only (BLAKE3 paper, section 2). Slow: for small files and for
the 1 MiB groups of seal/chunks.blake3 (docs/spec/chunks.md)."""
from struct import pack, unpack

IV = (0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
      0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19)
START, END, PARENT, ROOT = 1, 2, 4, 8
PERMUTATION = (2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8)
LANES = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
         (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))
CHUNK, GROUP = 1024, 1 << 20


def compress(value, block, counter, length, flags):
    """The compression of one block of 64 bytes: the eight words of the next value."""
    words = unpack("<16I", block.ljust(64, b"\0"))
    v = [*value, *IV[:4], counter & 0xFFFFFFFF, counter >> 32, length, flags]
    for _ in range(7):
        for lane, (a, b, c, d) in enumerate(LANES):
            for word, left, right in ((words[2 * lane], 16, 12), (words[2 * lane + 1], 8, 7)):
                v[a] = v[a] + v[b] + word & 0xFFFFFFFF
                x = v[d] ^ v[a]
                v[d] = (x >> left | x << 32 - left) & 0xFFFFFFFF
                v[c] = v[c] + v[d] & 0xFFFFFFFF
                x = v[b] ^ v[c]
                v[b] = (x >> right | x << 32 - right) & 0xFFFFFFFF
        words = [words[i] for i in PERMUTATION]
    return [v[i] ^ v[i + 8] for i in range(8)]


def chunk(data, counter, flags):
    """The value of one chunk of at most 1,024 bytes."""
    blocks = [data[i:i + 64] for i in range(0, len(data), 64)] or [b""]
    value = IV
    for i, block in enumerate(blocks):
        last = END | flags if i == len(blocks) - 1 else 0
        value = compress(value, block, counter, len(block), (START if i == 0 else 0) | last)
    return value


def merge(values, flags=0):
    """The value over a row of subtree values: left is the largest power of two that leaves one."""
    if len(values) == 1:
        return values[0]
    k = 1 << (len(values) - 1).bit_length() - 1
    block = pack("<16I", *merge(values[:k]), *merge(values[k:]))
    return compress(IV, block, 0, 64, PARENT | flags)


def group(data, index):
    """The value of one group of at most 1 MiB: a subtree that is not the root, as 32 bytes."""
    first = index * (GROUP // CHUNK)
    values = [chunk(data[i:i + CHUNK], first + i // CHUNK, 0) for i in range(0, len(data), CHUNK)]
    return pack("<8I", *merge(values))


def digest_of_groups(groups):
    """The digest of a file from the values of its groups (two or more), in hex."""
    return pack("<8I", *merge([unpack("<8I", value) for value in groups], ROOT)).hex()


def digest(stream):
    """The BLAKE3 of an open file, in hex."""
    groups, data = [], stream.read(GROUP)
    while len(following := stream.read(GROUP)) > 0:
        groups.append(group(data, len(groups)))
        data = following
    if groups:
        return digest_of_groups([*groups, group(data, len(groups))])
    if len(data) <= CHUNK:
        return pack("<8I", *chunk(data, 0, ROOT)).hex()
    values = [chunk(data[i:i + CHUNK], i // CHUNK, 0) for i in range(0, len(data), CHUNK)]
    return pack("<8I", *merge(values, ROOT)).hex()
