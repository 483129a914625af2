'use strict';
// The page: what is chosen, who hashes what, what is shown. Every text out of a package goes into the page as text.

const byId = (id) => document.getElementById(id);
const MIB = 1 << 20;
// A large file is shared among the workers in parts of this size; a multiple of the size of a group.
const PART = 64 * MIB;
// So many small files go to a worker at once, or so many bytes of them.
const HANDFUL = 64;
const HANDFUL_BYTES = 16 * MIB;

// ---- words ----

const WORDS = JSON.parse(byId('words').textContent);
const LANGUAGES = [['kk', 'Қазақша'], ['ru', 'Русский'], ['en', 'English']];
let language = LANGUAGES.map(([code]) => code).find((code) => navigator.language.toLowerCase().startsWith(code)) || 'en';

function word(key, values = {}) {
  const text = WORDS[language][key] ?? WORDS.en[key];
  if (text === undefined) return key;
  return text.replace(/\{\s*\$?(\w+)\s*\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
// Headings of the terminal are in capitals; a page has other means.
const calm = (text) => text.charAt(0) + text.slice(1).toLowerCase();
const hasWord = (key) => key in WORDS.en;

function number(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

function size(bytes) {
  const units = word('units').split(' ');
  let at = 0;
  let value = bytes;
  while (value >= 1024 && at < units.length - 1) {
    value /= 1024;
    at += 1;
  }
  const shown = at === 0 ? String(value) : value.toFixed(value < 10 ? 1 : 0);
  return `${language === 'en' ? shown : shown.replace('.', ',')}\u00a0${units[at]}`;
}

function day(year, month, date) {
  const months = word('date.months').split(' ');
  return word('date-pattern', { day: Number(date), month: months[Number(month) - 1], year });
}

function moment(time) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/.exec(time || '');
  if (!parts) return time || '';
  const clock = `${parts[4]}:${parts[5]}${parts[6] ? `:${parts[6]}` : ''}`;
  return word('moment-utc', { date: day(parts[1], parts[2], parts[3]), clock });
}

// ---- elements ----

function element(name, { className, text, attributes } = {}, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function row(list, label, value, className) {
  if (value === undefined || value === null || value === '') return;
  const cell = element('dd');
  if (value instanceof Node) cell.append(value);
  else cell.append(element('span', { className: className || 'given', text: value }));
  list.append(element('dt', { text: label }), cell);
}

const groupsOfEight = (hash) => hash.replace(/(.{8})(?=.)/g, '$1 ');

// ---- workers ----

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

// ---- what was chosen ----

const chosen = { name: '', files: [], paths: [], empty: [], seesEmpty: false, isPacked: false };
const anchors = [];
const baked = JSON.parse(byId('baked').textContent).authorities;

function choose({ name, files, paths, empty = [], seesEmpty = false, isPacked = false }) {
  Object.assign(chosen, { name, files, paths, empty, seesEmpty, isPacked });
  showChosen();
}

function showChosen() {
  const { name, files, isPacked } = chosen;
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const key = isPacked ? 'chosen-file' : 'chosen-folder';
  byId('chosen').textContent = files.length ? word(key, { name, n: number(files.length), size: size(total) }) : '';
  byId('verify').disabled = files.length === 0;
}

function chooseList(list) {
  const files = [...list];
  if (files.length === 0) return;
  const name = files[0].webkitRelativePath.split('/')[0];
  const paths = files.map((file) => file.webkitRelativePath.slice(name.length + 1));
  choose({ name, files, paths });
}

async function gatherHandle(folder, prefix, found) {
  let isEmpty = true;
  const pending = [];
  for await (const [name, handle] of folder.entries()) {
    isEmpty = false;
    const path = prefix ? `${prefix}/${name}` : name;
    if (handle.kind === 'directory') await gatherHandle(handle, path, found);
    else {
      pending.push(handle.getFile().then((file) => found.push([path, file])));
      if (pending.length === HANDFUL) await Promise.all(pending.splice(0));
    }
  }
  await Promise.all(pending);
  if (isEmpty && prefix) found.empty.push(prefix);
}

async function gatherEntry(folder, prefix, found) {
  const reader = folder.createReader();
  let count = 0;
  for (;;) {
    const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) break;
    count += entries.length;
    for (const entry of entries) {
      const path = prefix ? `${prefix}/${entry.name}` : entry.name;
      if (entry.isDirectory) await gatherEntry(entry, path, found);
      else found.push([path, await new Promise((resolve, reject) => entry.file(resolve, reject))]);
    }
  }
  if (count === 0 && prefix) found.empty.push(prefix);
}

async function dropped(transfer) {
  // Both are asked before anything is awaited: afterwards the browser has forgotten what was dropped.
  const items = [...transfer.items].filter((item) => item.kind === 'file').map((item) => ({
    handle: item.getAsFileSystemHandle ? item.getAsFileSystemHandle().catch(() => null) : null,
    entry: item.webkitGetAsEntry ? item.webkitGetAsEntry() : null,
    file: item.getAsFile(),
  }));
  for (const { handle, entry, file } of items) {
    const got = await handle;
    const isFolder = got ? got.kind === 'directory' : entry && entry.isDirectory;
    if (isFolder) {
      const found = Object.assign([], { empty: [] });
      try {
        if (got) await gatherHandle(got, '', found);
        else await gatherEntry(entry, '', found);
      } catch {
        trouble(word('no-folder'));
        continue;
      }
      choose({
        name: (got || entry).name,
        files: found.map(([, one]) => one),
        paths: found.map(([path]) => path),
        empty: found.empty,
        seesEmpty: true,
      });
    } else if (file) {
      await addFile(file);
    }
  }
}

async function addFile(file) {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (head[0] === 0x50 && head[1] === 0x4b) choosePacked(file);
  else await addAnchors([file]);
}

function choosePacked(file) {
  choose({ name: file.name, files: [file], paths: [], isPacked: true });
}

async function addAnchors(files) {
  for (const file of files) {
    const bytes = file.size <= 4 * MIB ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const kind = await (await judge).ask('kind', { bytes });
    if (!kind) {
      trouble(word('kind-none', { name: file.name }));
      continue;
    }
    const isKey = kind === 'key';
    anchors.push({ kind: isKey ? 'authority' : kind, isKey, name: file.name, bytes });
  }
  showAnchors();
}

function showAnchors() {
  byId('anchor-list').replaceChildren(
    ...anchors.map((anchor, index) => {
      const remove = element('button', { text: word('remove'), attributes: { type: 'button' } });
      remove.addEventListener('click', () => {
        anchors.splice(index, 1);
        showAnchors();
      });
      let kind = element('span', { text: word(`kind-${anchor.kind}`) });
      if (anchor.isKey) {
        kind = element('select', { attributes: { 'aria-label': anchor.name } });
        for (const one of ['authority', 'signer']) {
          kind.append(element('option', { text: word(`kind-${one}`), attributes: { value: one } }));
        }
        kind.value = anchor.kind;
        kind.addEventListener('change', () => {
          anchor.kind = kind.value;
        });
      }
      return element('li', {}, element('span', { className: 'what given', text: anchor.name }), kind, remove);
    }),
  );
}

function sealHash() {
  const text = byId('seal-hash').value.replace(/\s/g, '');
  const isRight = text === '' || /^[0-9a-fA-F]{64}$/.test(text);
  byId('seal-hash-note').textContent = isRight ? '' : word('seal-hash-wrong', { n: [...text].length });
  return isRight ? text : null;
}

// ---- the verification ----

let running = null;

class Run {
  constructor() {
    this.hashers = [];
    this.told = [];
    this.done = 0;
    this.files = 0;
    this.total = 0;
    this.count = 0;
    this.isCancelled = false;
    this.stopHere = false;
  }

  // Whoever is at work is stopped.
  end() {
    this.isCancelled = true;
    pool.forEach((hasher) => hasher.then((one) => one.end(), () => {}));
    pool = [];
  }

  phase(key, total, count) {
    Object.assign(this, { done: 0, files: 0, total, count, begun: performance.now() });
    byId('h-work').textContent = word(key);
    this.show();
  }

  bytes(count) {
    this.done += count;
    this.show();
  }

  show() {
    const { done, total, count, files } = this;
    const seconds = (performance.now() - this.begun) / 1000;
    byId('bar').value = total > 0 ? Math.floor((1000 * done) / total) : 0;
    if (total === 0) return void (byId('numbers').textContent = '');
    if (seconds < 2 || done === 0) {
      return void (byId('numbers').textContent = word('numbers-begin', { total: size(total), n: number(count) }));
    }
    const rate = done / seconds;
    const left = (total - done) / rate;
    byId('numbers').textContent = word('numbers', {
      done: size(done), total: size(total), files: number(files), n: number(count), rate: size(rate),
      left: left < 90 ? word('time-left-s', { n: Math.ceil(left) }) : word('time-left-min', { n: Math.ceil(left / 60) }),
    });
  }

  // Gives tasks to whoever is free until there are none. With two at a time, a hasher reads for one while it hashes the other.
  async share(tasks, atOnce) {
    const hands = Array.from({ length: atOnce }, () => this.hashers).flat();
    const worked = hands.map(async (hasher) => {
      for (const task of tasks) {
        if (this.isCancelled) throw new Cancelled();
        if (this.stopHere) return;
        await task(hasher);
      }
    });
    await Promise.all(worked);
    await Promise.all(this.told.splice(0));
  }

  // What the judge is told; whoever hashes does not wait for it.
  tell(answer) {
    answer.catch(() => {});
    this.told.push(answer);
  }
}

// One task after the other from one generator, for many takers.
function* firstTasks(run, jobs, hand) {
  if (run.hashers.length > 1) {
    for (const job of jobs.filter(({ isLarge }) => isLarge)) yield* partTasks(run, job, hand);
  }
  let handful = [];
  let bytes = 0;
  for (const job of jobs) {
    if (job.isLarge && run.hashers.length > 1) continue;
    handful.push(job);
    bytes += job.size;
    if (handful.length === HANDFUL || bytes >= HANDFUL_BYTES) {
      yield wholeTask(run, handful, hand);
      handful = [];
      bytes = 0;
    }
  }
  if (handful.length > 0) yield wholeTask(run, handful, hand);
}

function* partTasks(run, job, hand) {
  const count = Math.ceil(job.size / PART);
  const parts = new Array(count);
  let left = count;
  for (let index = 0; index < count; index += 1) {
    const offset = index * PART;
    const item = { blob: job.blob, offset: job.offset + offset, size: Math.min(PART, job.size - offset) };
    yield async (hasher) => {
      parts[index] = await hasher.ask('range', { item, first: offset / MIB });
      left -= 1;
      if (left > 0) return;
      run.files += 1;
      const isWhole = parts.every((part) => part !== null);
      const values = isWhole ? new Uint8Array(await new Blob(parts).arrayBuffer()) : null;
      run.tell(hand.ask('groups', { job: job.index, values }));
    };
  }
}

function wholeTask(run, handful, hand) {
  return async (hasher) => {
    const items = handful.map(({ blob, offset, size, algorithms }) => ({ blob, offset, size, algorithms }));
    const found = await hasher.ask('whole', { items });
    run.files += handful.length;
    run.tell(hand.ask('found', { results: found.map((bytes, at) => ({ job: handful[at].index, bytes })) }));
  };
}

function* secondTasks(run, jobs, hand) {
  for (const job of jobs) yield wholeTask(run, [job], hand);
}

async function verify() {
  const hash = sealHash();
  if (hash === null) return byId('seal-hash').focus();
  const run = (running = new Run());
  trouble('');
  show('work');
  byId('interim').textContent = '';
  byId('stop-here').hidden = true;
  run.phase('working-list', 0, 0);
  try {
    const hand = await judge;
    const given = [...baked.map((file) => ({ kind: 'authority', bytes: new TextEncoder().encode(file) })),
      ...anchors.map(({ kind, bytes }) => ({ kind, bytes }))];
    const { files, paths, empty, seesEmpty, isPacked } = chosen;
    const rows = await hand.ask('open', { chosen: files, paths, empty, seesEmpty, isPacked, anchors: given, sealHash: hash });
    if (run.isCancelled) throw new Cancelled();
    const jobs = rows.map(([file, offset, length, algorithms, isLarge], index) => (
      { index, blob: files[file], offset, size: length, algorithms, isLarge }));
    const onBytes = (count) => run.bytes(count);
    const wanted = jobs.length === 0 ? 0 : Math.min(workerCount(), Math.max(jobs.length, jobs.some(({ isLarge }) => isLarge) ? 16 : 1));
    run.hashers = await hashers(wanted, onBytes);
    if (run.isCancelled) throw new Cancelled();
    const large = run.hashers.length > 1 ? jobs.filter(({ isLarge }) => isLarge) : [];
    const sum = (list) => list.reduce((total, job) => total + job.size, 0);
    let depth = 'full';
    if (jobs.length > 0) {
      run.phase(large.length > 0 ? 'working-groups' : 'working-files', sum(jobs), jobs.length);
      await run.share(firstTasks(run, jobs, hand), 2);
    }
    let answer = null;
    if (large.length > 0) {
      answer = await hand.ask('verdict', { quick: true });
      const { outcome } = JSON.parse(answer.verdict);
      byId('interim').textContent = word('interim', { verdict: word(`verdict.${outcomeKey(outcome)}`) });
      byId('stop-here').hidden = false;
      run.phase('working-sha', sum(large), large.length);
      large.sort((a, b) => b.size - a.size);
      await Promise.race([run.share(secondTasks(run, large, hand), 1), new Promise((resolve) => (run.onStop = resolve))]);
      depth = run.stopHere ? 'quick' : 'full';
    }
    byId('stop-here').hidden = true;
    if (run.isCancelled) throw new Cancelled();
    run.phase('working-verdict', 0, 0);
    if (depth !== 'quick') answer = await hand.ask('verdict', { quick: false });
    if (run.stopHere) run.end();
    present(answer, depth);
  } catch (error) {
    run.end();
    show('ask');
    const refused = `refused-${error.message}`;
    if (error instanceof Cancelled) trouble(word('cancelled'));
    else trouble(hasWord(refused) ? word(refused, { name: chosen.name }) : `${word('failed')} (${error.message})`);
    (await judge).end();
    judge = worker();
  }
}

// ---- what is shown ----

const outcomeKey = (outcome) => (outcome === 'confirmed_with_remarks' ? 'confirmed_remarks' : outcome);
const SIGNS = { confirmed: '✓', confirmed_with_remarks: '✓!', violated: '✗', undetermined: '?' };
const WEIGHTS = [['violation', 'violations', '✗'], ['undetermined', 'preventing', '?'], ['remark', 'remarks', '!']];
const SHOWN = 500;
const TRANSFERS = ['seal', 'release', 'accept', 'refuse', 'cancel', 'export', 'return', 'dispose', 'reseal'];
const LIMITS = ['truth', 'before', 'author', 'signer', 'law', 'when', 'copies', 'tail', 'crypto', 'not_expert'];

let presented = null;

function show(which) {
  for (const id of ['ask', 'work', 'result']) byId(id).hidden = id !== which;
  byId('lead').hidden = which === 'result';
}

function trouble(text) {
  byId('trouble').textContent = text;
  byId('trouble').hidden = text === '';
}

function present(answer, depth) {
  const clock = new Date().toISOString();
  const verdict = JSON.parse(answer.verdict);
  const isCompared = verdict.checks.some(({ check, status }) => check === 'files' && (status === 'passed' || status === 'failed'));
  presented = { json: answer.verdict, verdict, log: JSON.parse(answer.timeline), depth: isCompared ? depth : 'none', clock };
  render();
  show('result');
  byId('result').scrollIntoView();
}

function render() {
  const { verdict, log, depth, clock } = presented;
  const parts = [banner(verdict, depth), actions(verdict), facts(verdict, log, clock), ...findings(verdict), checks(verdict), unseen(verdict),
    ...custody(verdict, log), ...limits()];
  byId('result').replaceChildren(...parts.filter((part) => part !== null));
}

function banner({ outcome }, depth) {
  const words = element('p', { className: 'words' });
  words.append(element('span', { className: 'sign', text: SIGNS[outcome], attributes: { 'aria-hidden': 'true' } }), ` ${word(`verdict.${outcomeKey(outcome)}`)}`);
  return element('div', { className: `verdict ${outcome}`, attributes: { role: 'status' } }, words,
    element('p', { text: ['', '-by'].map((part) => `summary-${outcome}${part}`).filter(hasWord).map((key) => word(key)).join(' ') }),
    element('p', { className: 'note', text: word(`depth-${depth}`) }));
}

function actions(verdict) {
  const button = (key, act) => {
    const made = element('button', { text: word(key), attributes: { type: 'button' } });
    made.addEventListener('click', act);
    return made;
  };
  const save = () => {
    const link = element('a', { attributes: { download: `${(verdict.exhibit || 'sealbag').replace(/[^\w.-]/g, '_')}.verdict.json` } });
    link.href = URL.createObjectURL(new Blob([presented.json], { type: 'application/json' }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  const again = () => {
    presented = null;
    show('ask');
    scrollTo(0, 0);
  };
  return element('div', { className: 'actions' }, button('print', () => print()), button('save-json', save), button('again', again));
}

function facts(verdict, log, clock) {
  const list = element('dl', { className: 'facts' });
  row(list, word('label-exhibit'), verdict.exhibit);
  row(list, word('label-case'), verdict.case);
  row(list, word('label-sealed'), verdict.time && word('time-stated', { time: moment(verdict.time) }));
  if (verdict.signer) {
    row(list, word('label-signer'), word('signer-stated', { name: verdict.signer.name }));
    row(list, word('label-key'), verdict.signer.fingerprint, 'mono');
    row(list, word('label-content'), word('content-line', { files: number(verdict.files), bytes: number(verdict.bytes), payload: word(`payload-${verdict.payload}`) }));
  }
  row(list, word('label-seal-hash'), verdict.seal && groupsOfEight(verdict.seal), 'mono');
  const { custody } = verdict;
  if (custody && custody.holder) {
    const { name, id, fingerprint } = custody.holder;
    const body = log.holder_organisation ? `, ${log.holder_organisation}` : '';
    row(list, word('label-holder'), (id ? word('person-id', { name, id }) : word('person-stated', { name, key: fingerprint })) + body);
    row(list, word('label-state'), word(`held-${custody.state}`));
    if (custody.on_hold) row(list, '', word('on-hold'));
    if (custody.compromised) row(list, '', word('compromised'));
  }
  const given = verdict.anchors.map((kind) => (kind === 'seal_hash' ? word('anchor-seal_hash') : word(`kind-${kind}`)));
  row(list, word('anchors-given'), given.join('; ') || word('anchor-none'));
  row(list, word('checked-at'), moment(clock));
  row(list, word('tools-program'), byId('version').textContent ? `sealbag ${byId('version').textContent}` : 'sealbag');
  return list;
}

function findings({ findings: all }) {
  const parts = [];
  for (const [severity, key, sign] of WEIGHTS) {
    const ones = all.filter((finding) => finding.severity === severity);
    if (ones.length === 0) continue;
    const list = element('ul', { className: 'findings' });
    for (const finding of ones.slice(0, SHOWN)) list.append(item(finding, sign));
    parts.push(element('h2', { text: calm(word(key)) }), list);
    if (ones.length > SHOWN) parts.push(element('p', { className: 'note', text: word('more', { n: number(ones.length - SHOWN) }) }));
  }
  return parts;
}

const sentence = (code) => {
  const key = `finding-${code.replace('.', '-')}`;
  return hasWord(key) ? word(key) : code;
};

function item(finding, sign) {
  const made = element('li', { attributes: { 'data-sign': sign } });
  made.append(element('span', { text: sentence(finding.code) }), ' ', element('span', { className: 'code', text: finding.code }));
  const detail = (label, text) => {
    if (!text) return;
    made.append(element('div', { className: 'detail' }, label ? `${label}: ` : '', element('span', { className: 'mono', text })));
  };
  detail('', finding.where);
  detail(word('label-expected'), finding.expected);
  detail(word('label-found'), finding.code === 'bag.not_seen' ? '' : finding.found);
  return made;
}

function checks(verdict) {
  const body = element('tbody');
  for (const { check, status, why } of verdict.checks) {
    const state = element('td', { className: 'status', text: word(`status-${status}`) });
    if (why) state.append(element('span', { className: 'why', text: reason(why) }));
    body.append(element('tr', { className: status }, element('td', { text: word(`check-${check}`) }), state));
  }
  const head = element('thead', {}, element('tr', {}, element('th', { text: word('checks-check'), attributes: { scope: 'col' } }),
    element('th', { text: word('findings-result'), attributes: { scope: 'col' } })));
  return element('section', {}, element('h2', { text: word('heading-checks') }), element('table', {}, head, body));
}

// The reasons of the program by the English text that stands in the verdict.
function reason(why) {
  const key = Object.keys(WORDS.en).find((one) => one.startsWith('why-') && WORDS.en[one] === why);
  return key ? word(key) : why;
}

function unseen(verdict) {
  const kinds = [...new Set(verdict.checks.flatMap(({ not_run: kinds = [] }) => kinds))];
  if (kinds.length === 0) return null;
  const list = element('ul', {}, ...kinds.map((kind) => {
    const where = verdict.checks.filter(({ not_run: ones = [] }) => ones.includes(kind)).map(({ check }) => word(`check-${check}`));
    return element('li', { text: `${word(`unseen-${kind}`)} (${where.join(', ')})` });
  }));
  return element('section', { attributes: { id: 'unseen' } }, element('h2', { text: word('heading-unseen') }), element('p', { className: 'note', text: word('unseen-note') }), list);
}

function custody(verdict, log) {
  const head = element('h2', { text: word('heading.custody') });
  if (log.events.length === 0) return [head, element('p', { className: 'note', text: word('no-events') })];
  const list = element('ol', { className: 'line' });
  for (const event of log.events) list.append(entry(event, attested(verdict, event.index)));
  const parts = [head, list];
  if (log.more > 0) parts.push(element('p', { className: 'note', text: word('custody-more', { n: number(log.more) }) }));
  if (verdict.custody && !verdict.custody.holder) parts.push(element('p', { className: 'note', text: word('custody-not-replayed') }));
  return parts;
}

// Between which times an event was signed, by what time-stamp authorities attest.
function attested({ attested: shown }, index) {
  const row = shown && shown.events.find(({ from, to }) => from <= index && index <= to);
  if (!row) return '';
  const bounds = [];
  if (row.earliest) bounds.push(word('time-not-before', { time: moment(row.earliest) }));
  if (row.latest) bounds.push(word('time-not-after', { time: moment(row.latest) }));
  return `${word('custody-attested')}: ${bounds.join(', ')}`;
}

function entry(event, attestedTime) {
  const { type } = event;
  const name = type === null ? word('event-unknown') : hasWord(`event-${type}`) ? word(`event-${type}`) : word(`event.${type}`);
  const made = element('li');
  if (event.standing === 'bad') made.classList.add('bad');
  else if (event.standing === 'not_judged') made.classList.add('not_judged');
  else if (!event.attributed) made.classList.add('unattributed');
  if (TRANSFERS.includes(type)) made.classList.add('transfer');
  made.append(element('div', { className: 'head' },
    element('span', { className: 'type', text: `${event.index}. ${name}` }),
    element('span', { className: 'time', text: event.time ? moment(event.time) : '' })));
  const detail = (text) => text && made.append(element('div', { className: 'detail given', text }));
  if (event.stated) {
    if (event.person) {
      const roles = event.roles.map((role) => (hasWord(`role.${role}`) ? word(`role.${role}`) : role)).join(', ');
      detail([event.person, event.organisation, roles].filter(Boolean).join(', '));
    } else {
      detail(word(event.attributed ? 'by-key' : 'by-nobody', { name: event.stated, key: event.fingerprint }));
    }
  }
  detail(attestedTime);
  if (event.to) detail(word('custody-to', { name: event.to }));
  detail(event.purpose);
  if (event.late_reason) detail(word('custody-late', { reason: event.late_reason }));
  event.remarks.forEach(detail);
  if (event.standing === 'bad') made.append(element('div', { className: 'warn', text: word('standing-bad') }));
  if (event.standing === 'not_judged') made.append(element('div', { className: 'warn', text: word('standing-not-judged') }));
  for (const code of event.codes) made.append(element('div', { className: 'detail', text: `! ${sentence(code)}` }));
  return made;
}

function limits() {
  const list = element('ul', { className: 'limits' }, ...LIMITS.map((key) => element('li', { text: word(`limit.${key}`) })));
  return [element('h2', { text: word('heading.may_not_claim') }), list];
}

// ---- the page ----

async function speak(code) {
  language = code;
  document.documentElement.lang = code;
  document.title = word('title');
  for (const spoken of document.querySelectorAll('[data-word]')) spoken.textContent = word(spoken.dataset.word);
  byId('languages').replaceChildren(...LANGUAGES.map(([one, name]) => {
    const made = element('button', { text: name, attributes: { type: 'button', lang: one, 'aria-pressed': String(one === code) } });
    made.addEventListener('click', () => speak(one));
    return made;
  }));
  showChosen();
  showAnchors();
  if (byId('seal-hash').value) sealHash();
  if (presented) render();
  if (baked.length > 0) {
    const prints = (await Promise.all(baked.map(async (file) => (await judge).ask('fingerprints', { file })))).join('\n').split('\n');
    byId('baked-anchor').replaceChildren(element('p', { text: word('baked') }),
      ...prints.map((print) => element('p', { className: 'mono', text: print })));
    byId('baked-anchor').hidden = false;
  }
}

function listen() {
  const drop = byId('drop');
  addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  addEventListener('dragleave', () => drop.classList.remove('over'));
  addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    if (byId('ask').hidden) return;
    trouble('');
    dropped(event.dataTransfer).catch((error) => trouble(`${word('no-folder')} (${error.message})`));
  });
  byId('folder').addEventListener('change', ({ target }) => chooseList(target.files));
  byId('packed').addEventListener('change', ({ target }) => [...target.files].forEach(choosePacked));
  byId('anchors').addEventListener('change', async ({ target }) => {
    trouble('');
    await addAnchors([...target.files]);
    target.value = '';
  });
  byId('seal-hash').addEventListener('change', sealHash);
  byId('seal-hash').addEventListener('input', () => byId('seal-hash-note').textContent && sealHash());
  byId('verify').addEventListener('click', verify);
  byId('cancel').addEventListener('click', async () => {
    running.end();
    // It may be in the midst of a long list, where it hears nothing.
    (await judge).end();
  });
  byId('stop-here').addEventListener('click', () => {
    running.stopHere = true;
    running.onStop();
  });
}

let judge = worker();
listen();
speak(language);
judge.then(({ version }) => {
  byId('version').textContent = version.replace('sealbag ', '');
}).catch(() => trouble(word('old-browser')));
