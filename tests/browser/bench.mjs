// How fast the verifier's page is, beside a bare loop of the same digests in the same workers; and the memory it takes.
//
//   node bench.mjs PAGE FOLDER [SET...]
//
// FOLDER: where bags are made and sealed. Their files have no content on the disk (they are sparse), so the figures are those of
// the page and of the browser's reading, not of a disk. SETS: many (64 files of 16 MiB), small (100,000 files), large (one file of
// SEALBAG_LARGE MiB, 5120); all without one. SEALBAG_BIN, SEALBAG_PLAYWRIGHT, SEALBAG_CHROMIUM as in the tests; SEALBAG_ROUNDS: 3;
// SEALBAG_FORMS: folder, packed or both, for small and large. A packed bag takes the room of all its bytes on the disk.

import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { chromium } = createRequire(import.meta.url)(process.env.SEALBAG_PLAYWRIGHT);
const [pageFile, folder] = process.argv.slice(2, 4).map((path) => resolve(path));
const sets = process.argv.length > 4 ? process.argv.slice(4) : ['many', 'small', 'large'];
const rounds = Number(process.env.SEALBAG_ROUNDS || 3);
const forms = (process.env.SEALBAG_FORMS || 'folder,packed').split(',');
const largeMiB = Number(process.env.SEALBAG_LARGE || 5120);
const sealbag = (...options) => execFileSync(process.env.SEALBAG_BIN, options, { stdio: ['ignore', 'ignore', 'inherit'] });

const sparse = (mebibytes) => (file) => {
  const open = openSync(file, 'w');
  ftruncateSync(open, mebibytes * 1048576);
  closeSync(open);
};
const tiny = (file, index) => writeFileSync(file, `${index}\n`.repeat(100));

// A bag of so many files, as a folder and packed.
function bag(name, files, fill, wanted = ['folder', 'packed']) {
  const [source, path, packed] = [join(folder, name), join(folder, `${name}.bag`), join(folder, `${name}.zip`)];
  const key = join(folder, 'bench.key');
  if (!existsSync(key)) sealbag('key', 'new', 'Bench', '--out', key, '--no-passphrase');
  if (!existsSync(path)) {
    for (let index = 0; index < files; index += 1) {
      const below = join(source, `folder-${Math.floor(index / 1000)}`);
      mkdirSync(below, { recursive: true });
      fill(join(below, `file-${index}`), index);
    }
    sealbag('seal', source, '--out', path, '--key', key, '--exhibit', name, '--no-reread', '--quiet');
  }
  if (wanted.includes('packed') && !existsSync(packed)) sealbag('pack', path, '--out', packed, '--quiet');
  return { folder: path, packed };
}

// The kernel's mark of the most memory that each process of the browser had.
function peaks() {
  const children = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const parent = /^PPid:\s+(\d+)/m.exec(status)[1];
      const peak = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] || 0);
      const kind = /--type=(\S+?)(?:\0|\s|$)/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1] || 'browser';
      children.set(pid, { parent, peak, kind });
    } catch {
      // It ended meanwhile.
    }
  }
  const isBelow = (pid) => children.has(pid) && (children.get(pid).parent === String(process.pid) || isBelow(children.get(pid).parent));
  const most = {};
  for (const [pid, { kind, peak }] of children) {
    if (isBelow(pid)) most[kind] = Math.max(most[kind] || 0, Math.round(peak / 1024));
  }
  return most;
}

async function open(hash) {
  // Not by a server: it would be sent copies of the files.
  const browser = await chromium.launch({ executablePath: process.env.SEALBAG_CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  const page = await (await browser.newContext({ offline: true })).newPage();
  await page.goto(pathToFileURL(pageFile).href + hash);
  return { page, close: () => browser.close() };
}

async function until(page, ask) {
  for (;;) {
    const seen = await page.evaluate(ask);
    if (seen) return seen;
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

// Seconds until the first result, if there is one, and until the whole one, by the clock of the page: asking takes time from it.
async function verify({ page }, input, path) {
  await page.evaluate(() => {
    presented = null;
    chosen.files = [];
    show('ask');
  });
  await page.setInputFiles(input, path);
  await until(page, () => chosen.files.length > 0);
  await page.evaluate(() => {
    const begun = performance.now();
    window.times = { first: null, whole: null };
    const seen = (name, is) => new MutationObserver((_, observer) => {
      if (!is()) return;
      times[name] = (performance.now() - begun) / 1000;
      observer.disconnect();
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    seen('first', () => byId('interim').textContent);
    seen('whole', () => presented);
    byId('verify').click();
  });
  const { trouble, first, whole, checked } = await until(page, () => {
    if (byId('trouble').textContent) return { trouble: byId('trouble').textContent };
    return times.whole && { ...times, checked: presented.verdict.checks.find(({ check }) => check === 'files').status };
  });
  if (trouble) throw new Error(trouble);
  return { first, whole, checked };
}

// Seconds of a loop over memory in so many workers at the same time.
const bare = ({ page }, megabytes, workers, blake3 = false) => page.evaluate(async ({ megabytes, workers, blake3 }) => {
  const taken = await hashers(workers, () => {});
  const times = await Promise.all(taken.map((one) => one.ask('bare', { megabytes, algorithms: 0, blake3 })));
  return Math.max(...times) / 1000;
}, { megabytes, workers, blake3 });

// Seconds of a loop over the files that were chosen last, in one worker.
const bareRead = ({ page }) => page.evaluate(async () => {
  const [one] = await hashers(1, () => {});
  const blobs = chosen.files.filter((_, index) => chosen.paths[index].startsWith('data/'));
  return (await one.ask('bareRead', { blobs, algorithms: 0 })) / 1000;
});

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const rate = (mebibytes, seconds) => `${Math.round(mebibytes / seconds)} MiB/s`.padStart(11);
const say = (what, ...cells) => console.log(`${what.padEnd(46)} ${cells.join('   ')}`);

mkdirSync(folder, { recursive: true });

if (sets.includes('many')) {
  // Files of 16 MiB are not large: each is read once, by one worker.
  const many = bag('many', 64, sparse(16));
  const [one, two] = [await open('#workers=1'), await open('#workers=2')];
  // The browser compiles what is used much once more; that is done before it is measured.
  await Promise.all([bare(one, 64, 1), bare(two, 64, 2)]);
  const seen = { bare: [], read: [], bare2: [], blake3: [], packed1: [], folder1: [], folder2: [], packed2: [] };
  for (let round = 0; round < rounds; round += 1) {
    seen.bare.push(await bare(one, 1024, 1));
    seen.folder1.push((await verify(one, '#folder', many.folder)).whole);
    seen.read.push(await bareRead(one));
    seen.folder2.push((await verify(two, '#folder', many.folder)).whole);
    seen.packed1.push((await verify(one, '#packed', many.packed)).whole);
    seen.packed2.push((await verify(two, '#packed', many.packed)).whole);
    seen.bare2.push(await bare(two, 1024, 2));
    seen.blake3.push(await bare(one, 512, 1, true));
  }
  const of = (name) => median(seen[name]);
  const ratio = (a, b) => (median(seen[a].map((value, round) => value / seen[b][round]))).toFixed(2);
  say('bare loop, SHA-256 and BLAKE3', rate(1024, of('bare')));
  say('bare loop that reads the files', rate(1024, of('read')), `${ratio('bare', 'read')} of the bare loop`);
  say('bare loop, in two workers at once', rate(2048, of('bare2')), `${(2 * median(seen.bare.map((value, round) => value / seen.bare2[round]))).toFixed(2)} times one`);
  say('bare loop, BLAKE3 alone', rate(512, of('blake3')));
  say('64 files of 16 MiB, folder, 1 worker', rate(1024, of('folder1')), `${ratio('bare', 'folder1')} of the bare loop, ${ratio('read', 'folder1')} of the one that reads`);
  say('64 files of 16 MiB, folder, 2 workers', rate(1024, of('folder2')), `${ratio('folder1', 'folder2')} times one worker`);
  say('64 files of 16 MiB, packed, 1 worker', rate(1024, of('packed1')), `${ratio('bare', 'packed1')} of the bare loop, ${ratio('read', 'packed1')} of the one that reads`);
  say('64 files of 16 MiB, packed, 2 workers', rate(1024, of('packed2')), `${ratio('packed1', 'packed2')} times one worker`);
  await one.close();
  await two.close();
}

if (sets.includes('small')) {
  const small = bag('small', 100_000, tiny, forms);
  for (const form of forms) {
    const [input, path] = [`#${form}`, small[form]];
    const browser = await open('#workers=2');
    const { whole, checked } = await verify(browser, input, path);
    say(`100,000 small files, ${form}, 2 workers`, `${whole.toFixed(1)} s`.padStart(11), checked, JSON.stringify(peaks()));
    await browser.close();
  }
}

if (sets.includes('large')) {
  const large = bag('large', 1, sparse(largeMiB), forms);
  for (const form of forms) {
    const [input, path] = [`#${form}`, large[form]];
    const browser = await open('#workers=2');
    const [sha, blake3] = [await bare(browser, 512, 1), await bare(browser, 512, 2, true)];
    const { first, whole } = await verify(browser, input, path);
    say(`one file of ${largeMiB} MiB, ${form}: first result`, rate(largeMiB, first), `${(((largeMiB / 1024) * blake3) / first).toFixed(2)} of two bare loops of BLAKE3`);
    say(`one file of ${largeMiB} MiB, ${form}: then SHA-256`, rate(largeMiB, whole - first), `${(((largeMiB / 512) * sha) / (whole - first)).toFixed(2)} of the bare loop`);
    say('most memory of a process, MiB', JSON.stringify(peaks()));
    await browser.close();
  }
}
