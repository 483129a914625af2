// How fast the page is: hashing alone, from files by one worker and by two, one large file, and the memory it takes.
//
//   node bench.mjs PAGE FOLDER
//
// FOLDER: where bags of random bytes are made and sealed (a few GiB). SEALBAG_BIN, SEALBAG_PLAYWRIGHT, SEALBAG_CHROMIUM as in the tests;
// SEALBAG_LARGE: size of the large file in MiB (1024).

import { execFileSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { chromium } = require(process.env.SEALBAG_PLAYWRIGHT);
const [pageFile, folder] = process.argv.slice(2).map((path) => resolve(path));
const sealbag = process.env.SEALBAG_BIN;
const largeMiB = Number(process.env.SEALBAG_LARGE || 1024);

async function fill(file, mebibytes) {
  const stream = createWriteStream(file);
  const block = Buffer.alloc(1 << 20);
  for (let index = 0; index < mebibytes; index += 1) {
    randomFillSync(block);
    if (!stream.write(Buffer.from(block))) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

async function bag(name, files, mebibytes) {
  const path = join(folder, `${name}.bag`);
  if (existsSync(path)) return path;
  const source = join(folder, name);
  mkdirSync(source, { recursive: true });
  const key = join(folder, 'bench.key');
  if (!existsSync(key)) execFileSync(sealbag, ['key', 'new', 'Bench', '--out', key, '--no-passphrase']);
  for (let index = 0; index < files; index += 1) await fill(join(source, `file-${index}`), mebibytes);
  execFileSync(sealbag, ['seal', source, '--out', path, '--key', key, '--exhibit', name, '--no-reread', '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return path;
}

// The kernel's mark of the most memory that any process of the browser had.
function peaks(from) {
  const children = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const parent = /^PPid:\s+(\d+)/m.exec(status)[1];
      const peak = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] || 0);
      const kind = /--type=(\S+?)(?:\0|\s|$)/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1] || 'browser';
      children.set(pid, { parent, peak, kind });
    } catch {}
  }
  const below = (pid) => pid === String(from) || (children.has(pid) && below(children.get(pid).parent));
  return [...children].filter(([pid]) => below(pid)).map(([, { peak, kind }]) => ({ kind, MiB: Math.round(peak / 1024) }));
}

async function open(hash) {
  const server = await chromium.launchServer({ executablePath: process.env.SEALBAG_CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  const browser = await chromium.connect(server.wsEndpoint());
  const page = await (await browser.newContext({ offline: true })).newPage();
  await page.goto(pathToFileURL(pageFile).href + hash);
  return { page, pid: server.process().pid, close: () => server.close() };
}

async function verify(path, hash) {
  const { page, pid, close } = await open(hash);
  await page.setInputFiles('#folder', path);
  while (!(await page.evaluate(() => chosen.files.length))) await new Promise((wake) => setTimeout(wake, 20));
  const begun = performance.now();
  await page.click('#verify');
  let first = null;
  for (;;) {
    const state = await page.evaluate(() => ({ done: presented !== null, interim: byId('interim').textContent !== '', trouble: byId('trouble').textContent }));
    if (state.trouble) throw new Error(state.trouble);
    if (state.interim && first === null) first = (performance.now() - begun) / 1000;
    if (state.done) break;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  const seconds = (performance.now() - begun) / 1000;
  const peak = peaks(pid);
  await close();
  return { seconds, first, peak };
}

const rate = (mebibytes, seconds) => `${Math.round(mebibytes / seconds)} MiB/s`;
mkdirSync(folder, { recursive: true });

// Files of 16 MiB are not large: each is read once, by one worker.
const many = await bag('many', 32, 16);
{
  const { page, close } = await open('#workers=1');
  const bare = await page.evaluate(async () => (await judge).ask('bare', { megabytes: 512, algorithms: 0 }));
  const blake3 = await page.evaluate(async () => (await judge).ask('bare', { megabytes: 512, blake3: true }));
  console.log(`bare loop, SHA-256 and BLAKE3   ${rate(512, bare / 1000)}`);
  console.log(`bare loop, BLAKE3 alone         ${rate(512, blake3 / 1000)}`);
  await close();
  const one = await verify(many, '#workers=1');
  console.log(`32 files of 16 MiB, 1 worker    ${rate(512, one.seconds)}   ${(bare / 1000 / one.seconds).toFixed(2)} of the bare loop`);
  const two = await verify(many, '#workers=2');
  console.log(`32 files of 16 MiB, 2 workers   ${rate(512, two.seconds)}   ${(one.seconds / two.seconds).toFixed(2)} times one`);
}
const large = await bag('large', 1, largeMiB);
const both = await verify(large, '#workers=2');
console.log(`one file of ${largeMiB} MiB           first result ${rate(largeMiB, both.first)}, whole ${rate(largeMiB, both.seconds)}`);
console.log(`most memory: ${both.peak.map(({ kind, MiB }) => `${kind} ${MiB} MiB`).join(', ')}`);
