'use strict';
// The two kinds of workers. The judge holds the bag and makes the verdict; it reads small pieces and waits for them. The
// others read whole files and hash them. Each has an instance of the verifier of its own; nothing is shared.

const files = [];
const sync = new FileReaderSync();

// What the verifier calls to read.
self.sealbagRead = (file, offset, buffer) => {
  try {
    const bytes = new Uint8Array(sync.readAsArrayBuffer(files[file].slice(offset, offset + buffer.length)));
    buffer.set(bytes);
    return bytes.length;
  } catch {
    return -1;
  }
};

// So many files are read side by side, as many as are hashed in lanes (`LANES` of crates/lanes).
const ABREAST = 4;
// So much of a file is read at a time: less costs more messages between the processes of the browser.
const PIECE = 1 << 20;
// Small files that lie beside each other are read at one stroke up to this size.
const STROKE = 4 << 20;
// Files up to this size are read at one stroke.
const SMALL = 1 << 20;
// So often the page is told how many bytes were read.
const TELL = 8 << 20;
// Buffers that are filled again and again, so that memory stays flat.
const spares = [];

// What is being read. Chromium collects a stream that nothing else refers to although a read of it is pending, and the read never ends.
const held = new Set();

// The bytes of a blob, piece by piece. They lie in a buffer that the next piece overwrites.
class Pieces {
  constructor(blob) {
    this.blob = blob;
    this.left = blob.size;
    this.fills = true;
    if (blob.size <= SMALL) return;
    this.stream = blob.stream();
    try {
      this.reader = this.stream.getReader({ mode: 'byob' });
      this.buffer = spares.pop() || new ArrayBuffer(PIECE);
    } catch {
      // A browser that fills no buffers of others.
      this.reader = this.stream.getReader();
      this.fills = false;
    }
    held.add(this);
  }

  async next() {
    const bytes = await this.read();
    this.left -= bytes.length;
    if (this.left < 0) throw new Error('the file has grown');
    tell(bytes.length);
    return bytes;
  }

  async read() {
    if (!this.reader) return new Uint8Array(sync.readAsArrayBuffer(this.blob));
    if (!this.fills) {
      const { value, done } = await this.reader.read();
      if (done) throw new Error('the file ended early');
      return value;
    }
    const wanted = Math.min(this.left, PIECE);
    let filled = 0;
    while (filled < wanted) {
      const { value, done } = await this.reader.read(new Uint8Array(this.buffer, filled, wanted - filled));
      if (value) this.buffer = value.buffer;
      if (done) throw new Error('the file ended early');
      filled += value.length;
    }
    return new Uint8Array(this.buffer, 0, wanted);
  }

  release() {
    held.delete(this);
    if (this.buffer && this.buffer.byteLength === PIECE) spares.push(this.buffer);
    this.buffer = null;
  }
}

// A file, or the part of a packed bag that is one.
const part = ({ blob, offset, size }) => (offset === 0 && size === blob.size ? blob : blob.slice(offset, offset + size));

// A file that is read beside others: its next piece is on the way. Of one that cannot be read, the piece is null.
class Reading {
  constructor(item, at, abreast) {
    this.at = at;
    this.abreast = abreast;
    this.place = abreast.begin(item.algorithms);
    const blob = part(item);
    this.pieces = new Pieces(blob);
    this.piece = blob.size === item.size ? this.ahead() : Promise.resolve(null);
  }

  ahead() {
    return this.pieces.next().catch(() => null);
  }

  // Hands the piece over and asks for the next, which the browser reads while this one is hashed.
  take(bytes) {
    this.isOver = bytes === null || this.pieces.left === 0;
    if (bytes) this.abreast.put(this.place, bytes);
    if (bytes && this.isOver) this.abreast.end(this.place);
    if (this.isOver) this.pieces.release();
    else this.piece = this.ahead();
  }
}

// Digests of files, side by side; null for each that cannot be read.
async function hash(items) {
  const abreast = new wasm_bindgen.Abreast();
  const found = items.map(() => null);
  let open = [];
  let next = 0;
  while (open.length > 0 || next < items.length) {
    while (open.length < ABREAST && next < items.length) {
      open.push(new Reading(items[next], next, abreast));
      next += 1;
    }
    const pieces = await Promise.all(open.map(({ piece }) => piece));
    open.forEach((reading, index) => reading.take(pieces[index]));
    abreast.advance();
    for (const { at, place } of open.filter(({ isOver }) => isOver)) found[at] = abreast.finish(place) || null;
    open = open.filter(({ isOver }) => !isOver);
  }
  abreast.free();
  return found;
}

// The group values of a part of a file; null if it cannot be read.
async function range(item, first) {
  const hasher = new wasm_bindgen.Range(first);
  const pieces = new Pieces(part(item));
  try {
    if (pieces.left !== item.size) throw new Error('the file has another size');
    while (pieces.left > 0) hasher.update(await pieces.next());
  } catch {
    hasher.free();
    return null;
  } finally {
    pieces.release();
  }
  return hasher.finish();
}

// Digests of small files that stand near each other in a packed bag, read at one stroke; null if that cannot be done.
function neighbours(items) {
  const [{ blob, offset }, last] = [items[0], items[items.length - 1]];
  const length = last.offset + last.size - offset;
  const isOrdered = items.every((item, at) => item.blob === blob && (at === 0 || item.offset >= items[at - 1].offset + items[at - 1].size));
  if (items.length < 2 || !isOrdered || length > STROKE) return null;
  try {
    const bytes = new Uint8Array(sync.readAsArrayBuffer(blob.slice(offset, offset + length)));
    if (bytes.length !== length) return null;
    const abreast = new wasm_bindgen.Abreast();
    for (const item of items) {
      const place = abreast.begin(item.algorithms);
      abreast.put(place, bytes.subarray(item.offset - offset, item.offset - offset + item.size));
      abreast.end(place);
      tell(item.size);
    }
    abreast.advance();
    const found = items.map((_, place) => abreast.finish(place));
    abreast.free();
    return found;
  } catch {
    return null;
  }
}

let untold = 0;
function tell(count) {
  untold += count;
  if (untold >= TELL) flush();
}
function flush() {
  if (untold > 0) postMessage({ type: 'bytes', count: untold });
  untold = 0;
}

let bag = null;
const handlers = {
  start({ module }) {
    wasm_bindgen.initSync({ module });
    return wasm_bindgen.version();
  },
  // For hashers: whole files, several at once.
  async whole({ items }) {
    const found = neighbours(items) || (await hash(items));
    flush();
    return found;
  },
  // For hashers: the groups of a part of a large file.
  async range({ item, first }) {
    const found = await range(item, first);
    flush();
    return found;
  },
  // For the judge.
  kind: ({ bytes }) => wasm_bindgen.kind_of_anchor(bytes),
  fingerprints: ({ file }) => wasm_bindgen.fingerprints(file),
  // `read` are the files that are not in `data/`, in the order of all.
  open({ read, sizes, paths, empty, seesEmpty, isPacked, anchors, sealHash }) {
    if (bag) bag.free();
    bag = null;
    files.length = 0;
    if (isPacked) files.push(read[0]);
    bag = isPacked ? wasm_bindgen.Bag.packed(sizes[0]) : new wasm_bindgen.Bag(seesEmpty);
    let next = 0;
    paths.forEach((path, number) => {
      bag.add_file(path, number, sizes[number]);
      if (!path.startsWith('data/')) files[number] = read[next++];
    });
    for (const path of empty) bag.add_empty_directory(path);
    for (const { kind, bytes } of anchors) {
      if (!bag.add_anchor(kind, bytes)) throw new Error(`not an anchor: ${kind}`);
    }
    if (sealHash && !bag.set_seal_hash(sealHash)) throw new Error('not a seal hash');
    return JSON.parse(bag.prepare());
  },
  found({ results }) {
    for (const { job, bytes } of results) {
      if (bytes) bag.put(job, bytes);
      else bag.put_unreadable(job);
    }
  },
  groups({ job, values }) {
    if (values) bag.put_groups(job, values);
    else bag.put_unreadable(job);
  },
  verdict: ({ quick }) => ({ verdict: bag.verdict(quick), shown: bag.shown(), timeline: bag.timeline() }),
  // For tests and benchmarks of this very build.
  ed25519: ({ vectors }) => vectors.map(({ key, message, signature }) => wasm_bindgen.verify_ed25519(key, message, signature)),
  // A loop over the content of blobs, one after the other.
  async bareRead({ blobs, algorithms }) {
    const begun = performance.now();
    for (const blob of blobs) {
      const hasher = new wasm_bindgen.Hasher(algorithms);
      const pieces = new Pieces(blob);
      while (pieces.left > 0) hasher.update(await pieces.next());
      pieces.release();
      hasher.finish();
    }
    return performance.now() - begun;
  },
  bare({ megabytes, algorithms, blake3 }) {
    const bytes = new Uint8Array(PIECE);
    crypto.getRandomValues(bytes.subarray(0, 65536));
    const hasher = blake3 ? new wasm_bindgen.Range(0) : new wasm_bindgen.Hasher(algorithms);
    const begun = performance.now();
    for (let done = 0; done < megabytes * 1048576; done += PIECE) hasher.update(bytes);
    hasher.finish();
    return performance.now() - begun;
  },
};

self.onmessage = async ({ data }) => {
  try {
    const result = await handlers[data.type](data);
    postMessage({ type: 'done', id: data.id, result });
  } catch (error) {
    postMessage({ type: 'failed', id: data.id, message: String(error && error.message ? error.message : error) });
  }
};
