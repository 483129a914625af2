// The verifier's page in Chromium, from file:// with the network off, and what it asks of the network or does wrong.
//
// SEALBAG_PLAYWRIGHT names the folder of playwright-core, SEALBAG_CHROMIUM the browser.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { chromium } = createRequire(import.meta.url)(process.env.SEALBAG_PLAYWRIGHT);
const [planFile, resultsFile] = process.argv.slice(2);

export const plan = JSON.parse(readFileSync(planFile, 'utf8'));
export const answer = (results) => writeFileSync(resultsFile, JSON.stringify(results));

export const browser = await chromium.launch({
  executablePath: process.env.SEALBAG_CHROMIUM,
  args: ['--no-sandbox', '--disable-dev-shm-usage', ...(plan.collects ? ['--js-flags=--expose-gc'] : [])],
});
const context = await browser.newContext({ offline: true, locale: plan.locale || 'en-GB', viewport: plan.viewport || { width: 1100, height: 900 } });
// A machine that is busy is slow, and no error.
context.setDefaultTimeout(1000 * (plan.limit || 120));
export const page = await context.newPage();
export const requests = [];
export const errors = [];
page.on('request', (request) => requests.push(request.url()));
page.on('pageerror', (error) => errors.push(String(error)));
page.on('dialog', (dialog) => {
  errors.push(`dialog: ${dialog.message()}`);
  dialog.dismiss();
});
await page.goto(pathToFileURL(plan.page).href + (plan.hash || ''));

// The page's policy forbids what playwright would wait with, so it is asked again and again.
export async function until(what, ask, argument, seconds = plan.limit || 120) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await page.evaluate(ask, argument);
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

// Presses the button and waits for a verdict; without one, says what the page says.
export async function verdict() {
  await page.click('#verify');
  const trouble = await until('a verdict', () => (presented ? 'no' : !byId('trouble').hidden && byId('trouble').textContent));
  if (trouble !== 'no') throw new Error(trouble);
  return page.evaluate(() => presented.json);
}

// Back to an empty page.
export const clear = () => page.evaluate(() => {
  presented = null;
  anchors.splice(0);
  chosen.files = [];
  show('ask');
  trouble('');
  for (const id of ['seal-hash', 'folder', 'packed']) byId(id).value = '';
  showChosen();
  showAnchors();
});
