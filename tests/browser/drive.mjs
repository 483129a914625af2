// Verifies bags on the verifier's page.
//
//   node drive.mjs PLAN.json RESULTS.json
//
// PLAN: { page, cases, batch, ed25519 }
//   cases: [{ name, folder | packed, anchors: [{ kind, path }], sealHash, lang, quick, text, screenshot, pdf }], each as a person
//     would do it;
//   batch: { folders | packed: [...], cases: [{ name, anchors, sealHash }], languages }, many bags that are given at once and
//     verified by the page one after the other: folder NAME below `folders`, or the files of `packed` in their order; with what
//     stands beside their findings in each of the languages;
//   ed25519: signatures to be checked inside WebAssembly.

import { readFileSync } from 'node:fs';
import { answer, browser, clear, errors, page, plan, requests, until, verdict } from './open.mjs';

async function choose(one) {
  await clear();
  if (one.folder) await page.setInputFiles('#folder', one.folder);
  else await page.setInputFiles('#packed', one.packed);
  await until('what was chosen', () => chosen.files.length > 0);
  await page.evaluate(
    ({ given, sealHash }) => {
      for (const { kind, name, bytes } of given) anchors.push({ kind, name, bytes: Uint8Array.from(bytes) });
      showAnchors();
      byId('seal-hash').value = sealHash || '';
    },
    { given: read(one.anchors), sealHash: one.sealHash },
  );
}

const read = (given) => given.map(({ kind, path }) => ({ kind, name: path, bytes: [...readFileSync(path)] }));

const results = [];
for (const one of plan.cases) {
  try {
    await page.evaluate((language) => speak(language), one.lang || 'en');
    await choose(one);
    if (one.screenshotAsk) await page.screenshot({ path: one.screenshotAsk, fullPage: true });
    const begun = Date.now();
    const result = { name: one.name, json: await verdict(), milliseconds: Date.now() - begun };
    result.depth = await page.evaluate(() => presented.depth);
    result.quick = one.quick ? await page.evaluate(async () => (await (await judge).ask('verdict', { quick: true })).verdict) : null;
    if (one.text) {
      result.text = await page.evaluate(() => byId('result').innerText);
      result.foreign = await page.evaluate(() => byId('result').querySelectorAll('script, img, iframe, svg, style, link, form').length);
      result.unseen = await page.evaluate(() => (byId('unseen') ? byId('unseen').innerText : null));
    }
    if (one.screenshot) await page.screenshot({ path: one.screenshot, fullPage: true });
    if (one.pdf) await page.pdf({ path: one.pdf, preferCSSPageSize: true });
    results.push(result);
  } catch (error) {
    results.push({ name: one.name, error: String(error) });
  }
}

const HANDFUL = 50;
if (plan.batch) {
  const { folders, packed, cases, languages = [] } = plan.batch;
  await clear();
  if (folders) {
    await page.setInputFiles('#folder', folders);
  } else {
    await page.evaluate(() => document.body.append(element('input', { attributes: { type: 'file', id: 'many', multiple: '' } })));
    await page.setInputFiles('#many', packed);
  }
  await until('the files', () => byId('many') || chosen.files.length > 0);
  await page.evaluate(() => {
    window.given = new Map();
    for (const file of chosen.files) {
      const [, name, ...rest] = file.webkitRelativePath.split('/');
      if (!given.has(name)) given.set(name, { files: [], paths: [] });
      given.get(name).files.push(file);
      given.get(name).paths.push(rest.join('/'));
    }
  });
  for (let at = 0; at < cases.length; at += HANDFUL) {
    const some = cases.slice(at, at + HANDFUL).map((one, index) => ({ ...one, index: at + index, anchors: read(one.anchors) }));
    results.push(...(await page.evaluate(async ({ some, languages }) => {
      const linesOf = (one) => [...one.querySelectorAll('.detail')].map(({ textContent }) => textContent);
      const beside = async (one) => {
        await speak(one);
        return [one, [...document.querySelectorAll('.findings > li')].map(linesOf)];
      };
      const seen = [];
      for (const { name, index, anchors: brought, sealHash } of some) {
        if (byId('many')) choosePacked(byId('many').files[index]);
        else choose({ name, ...given.get(name) });
        anchors.splice(0, Infinity, ...brought.map(({ kind, name, bytes }) => ({ kind, name, bytes: Uint8Array.from(bytes) })));
        byId('seal-hash').value = sealHash || '';
        presented = null;
        await verify();
        if (!presented) {
          seen.push({ name, error: byId('trouble').textContent });
          continue;
        }
        const said = [];
        for (const language of languages) said.push(await beside(language));
        seen.push({ name, json: presented.json, beside: Object.fromEntries(said) });
      }
      return seen;
    }, { some, languages })));
  }
}

const ed25519 = plan.ed25519
  ? await page.evaluate(async (vectors) => {
      const bytes = (hex) => Uint8Array.from(hex.match(/../g) || [], (two) => parseInt(two, 16));
      const read = vectors.map(({ key, message, signature }) => ({ key: bytes(key), message: bytes(message), signature: bytes(signature) }));
      return (await judge).ask('ed25519', { vectors: read });
    }, plan.ed25519)
  : null;

const sent = [...requests];

// What a script of the page could send, if there were a way: none of it may leave.
const violations = await page.evaluate(async () => {
  const seen = [];
  addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
  await fetch('http://127.0.0.1:9/').catch(() => {});
  const image = new Image();
  image.src = 'http://127.0.0.1:9/x.png';
  const inline = document.createElement('script');
  inline.textContent = 'window.wentThrough = true';
  document.body.append(inline);
  await new Promise((resolve) => setTimeout(resolve, 300));
  if (window.wentThrough) seen.push('a script went through');
  return [...new Set(seen)].sort();
});

answer({ results, ed25519, violations, requests: sent, errors });
await browser.close();
