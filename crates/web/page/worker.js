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

// So much is read at a time: it is still in the processor's cache when it is hashed.
const PIECE = 512 << 10;
// Small files that lie beside each other are read at one stroke up to this size.
const STROKE = 4 << 20;
// Files up to this size are read at one stroke.
const SMALL = 1 << 20;
// So often the page is told how many bytes were read.
const TELL = 8 << 20;
// Buffers that are filled again and again, one for each task at hand, so that memory stays flat.
const spares = [];

// What is being read. Chromium collects a stream that nothing else refers to although a read of it is pending, and the read never ends.
const held = new Set();

// A reader that fills a buffer of ours; where a browser has none, a plain one. It is held until `release` is called.
function readerOf(blob) {
  const stream = blob.stream();
  let reader = null;
  let fills = true;
  try {
    reader = stream.getReader({ mode: 'byob' });
  } catch {
    reader = stream.getReader();
    fills = false;
  }
  const all = [blob, stream, reader];
  held.add(all);
  return { reader, fills, release: () => held.delete(all) };
}

async function feed(blob, hasher) {
  let count = 0;
  const take = (bytes) => {
    hasher.update(bytes);
    count += bytes.length;
    tell(bytes.length);
  };
  if (blob.size <= SMALL) {
    take(new Uint8Array(sync.readAsArrayBuffer(blob)));
  } else {
    const { reader, fills, release } = readerOf(blob);
    let spare = fills && (spares.pop() || new ArrayBuffer(PIECE));
    try {
      for (;;) {
        const { value, done } = await (fills ? reader.read(new Uint8Array(spare)) : reader.read());
        if (fills && value) spare = value.buffer;
        if (done) break;
        take(value);
      }
    } finally {
      release();
    }
    if (spare && spare.byteLength === PIECE) spares.push(spare);
  }
  if (count !== blob.size) throw new Error('the file ended early');
}

// A file, or the part of a packed bag that is one.
const part = ({ blob, offset, size }) => (offset === 0 && size === blob.size ? blob : blob.slice(offset, offset + size));

// Digests of one file; null if it cannot be read.
async function hash(item, make) {
  const hasher = make();
  try {
    const blob = part(item);
    if (blob.size !== item.size) throw new Error('the file has another size');
    await feed(blob, hasher);
  } catch {
    hasher.free();
    return null;
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
    return items.map((item) => {
      const hasher = new wasm_bindgen.Hasher(item.algorithms);
      hasher.update(bytes.subarray(item.offset - offset, item.offset - offset + item.size));
      tell(item.size);
      return hasher.finish();
    });
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
  // For hashers: whole files, several small ones at once.
  async whole({ items }) {
    const found = neighbours(items) || [];
    for (const item of items.slice(found.length)) {
      found.push(await hash(item, () => new wasm_bindgen.Hasher(item.algorithms)));
    }
    flush();
    return found;
  },
  // For hashers: the groups of a part of a large file.
  async range({ item, first }) {
    const found = await hash(item, () => new wasm_bindgen.Range(first));
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
  // A loop over the content of blobs, one after the other, into one buffer that is filled again and again.
  async bareRead({ blobs, algorithms }) {
    const begun = performance.now();
    let buffer = new ArrayBuffer(PIECE);
    for (const blob of blobs) {
      const hasher = new wasm_bindgen.Hasher(algorithms);
      const { reader, fills, release } = readerOf(blob);
      for (;;) {
        const { value, done } = await (fills ? reader.read(new Uint8Array(buffer)) : reader.read());
        if (fills && value) buffer = value.buffer;
        if (done) break;
        hasher.update(value);
      }
      release();
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
