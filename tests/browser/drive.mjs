// Drives the verifier's page in Chromium, from file:// with the network off.
//
//   node drive.mjs PLAN.json RESULTS.json
//
// PLAN: { page, cases: [{ name, folder | packed, anchors: [{ kind, path }], sealHash, lang, text, screenshot }], ed25519: [...] }.
// SEALBAG_PLAYWRIGHT names the folder of playwright-core, SEALBAG_CHROMIUM the browser.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { chromium } = require(process.env.SEALBAG_PLAYWRIGHT);
const [planFile, resultsFile] = process.argv.slice(2);
const plan = JSON.parse(readFileSync(planFile, 'utf8'));

const browser = await chromium.launch({
  executablePath: process.env.SEALBAG_CHROMIUM,
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
const context = await browser.newContext({ offline: true, locale: 'en-GB', viewport: plan.viewport || { width: 1100, height: 900 } });
const page = await context.newPage();
const requests = [];
const errors = [];
page.on('request', (request) => requests.push(request.url()));
page.on('pageerror', (error) => errors.push(String(error)));
page.on('dialog', (dialog) => {
  errors.push(`dialog: ${dialog.message()}`);
  dialog.dismiss();
});
await page.goto(pathToFileURL(plan.page).href + (plan.hash || ''));

// The page's policy forbids what playwright would wait with, so it is asked again and again.
async function until(what, ask, argument, seconds = plan.limit || 120) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await page.evaluate(ask, argument);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

async function choose(one) {
  await page.evaluate(() => {
    presented = null;
    anchors.splice(0);
    chosen.files = [];
    show('ask');
    trouble('');
    byId('seal-hash').value = '';
    byId('chosen').textContent = '';
    byId('folder').value = '';
    byId('packed').value = '';
  });
  if (one.folder) await page.setInputFiles('#folder', one.folder);
  else await page.setInputFiles('#packed', one.packed);
  await until('what was chosen', () => chosen.files.length > 0);
  const given = one.anchors.map(({ kind, path }) => ({ kind, name: path, bytes: [...readFileSync(path)] }));
  await page.evaluate(
    ({ given, sealHash }) => {
      for (const { kind, name, bytes } of given) anchors.push({ kind, name, bytes: Uint8Array.from(bytes) });
      showAnchors();
      byId('seal-hash').value = sealHash || '';
    },
    { given, sealHash: one.sealHash },
  );
}

const results = [];
for (const one of plan.cases) {
  try {
    await page.evaluate((language) => speak(language), one.lang || 'en');
    await choose(one);
    if (one.screenshotAsk) await page.screenshot({ path: one.screenshotAsk, fullPage: true });
    const begun = Date.now();
    await page.click('#verify');
    const trouble = await until('a verdict', () => (presented ? 'no' : !byId('trouble').hidden && byId('trouble').textContent));
    if (trouble !== 'no') throw new Error(trouble);
    const result = { name: one.name, milliseconds: Date.now() - begun };
    Object.assign(result, await page.evaluate(() => ({ json: presented.json, depth: presented.depth })));
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

writeFileSync(resultsFile, JSON.stringify({ results, ed25519, violations, requests: sent, errors }));
await browser.close();
