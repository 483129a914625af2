// The workers: how they are made, asked and ended. `page/worker.js` is their side.

const MIB = 1 << 20;

class Remote {
  constructor(url) {
    this.onBytes = () => {};
    this.worker = new Worker(url);
    this.waiting = new Map();
    this.next = 0;
    this.worker.onmessage = ({ data }) => {
      if (data.type === 'bytes') return this.onBytes(data.count);
      const { resolve, reject } = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.type === 'done') resolve(data.result);
      else reject(new Error(data.message));
    };
    this.worker.onerror = (event) => {
      event.preventDefault();
      for (const { reject } of this.waiting.values()) reject(new Error(event.message));
      this.waiting.clear();
    };
  }

  ask(type, message = {}, transfer = []) {
    return new Promise((resolve, reject) => {
      if (this.isEnded) return reject(new Cancelled());
      const id = (this.next += 1);
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ ...message, type, id }, transfer);
    });
  }

  end() {
    this.isEnded = true;
    this.worker.terminate();
    for (const { reject } of this.waiting.values()) reject(new Cancelled());
    this.waiting.clear();
  }
}

class Cancelled extends Error {}

async function inflate(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).arrayBuffer();
}

const workerUrl = URL.createObjectURL(new Blob([byId('worker').textContent], { type: 'text/javascript' }));
const compiled = (async () => WebAssembly.compile(await inflate(byId('wasm').textContent.trim())))();

async function worker() {
  const made = new Remote(workerUrl);
  made.version = await made.ask('start', { module: await compiled });
  return made;
}

// Those that hash are kept for the next package.
let pool = [];

async function hashers(count, onBytes) {
  while (pool.length < count) pool.push(worker());
  const taken = await Promise.all(pool.slice(0, count));
  for (const hasher of taken) hasher.onBytes = onBytes;
  return taken;
}

// How many workers hash; `#workers=N` is for measuring.
function workerCount() {
  const asked = /^#workers=(\d{1,2})$/.exec(location.hash);
  const count = asked ? Number(asked[1]) : navigator.hardwareConcurrency || 2;
  return Math.min(Math.max(count, 1), 16);
}
