// What a clerk does with the verifier's page, step by step; says what was seen after each.
//
//   node acts.mjs PLAN.json RESULTS.json
//
// PLAN: { page, folder, packed, other, authority, roster, receipt, sealHash, large, saved, printed }: paths; `other` is a file that
// is nothing of the kind, `large` a bag that takes seconds, `saved` and `printed` files to write.

import { answer, browser, clear, errors, page, plan, requests, until, verdict } from './open.mjs';

const seen = {};
const text = (id) => page.evaluate((id) => byId(id).innerText, id);
const trouble = () => page.evaluate(() => (byId('trouble').hidden ? '' : byId('trouble').textContent));

// Drops files or folders of the disk onto the page, as a hand would.
const cdp = await page.context().newCDPSession(page);
async function drop(...files) {
  const box = await page.locator('#drop').boundingBox();
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await cdp.send('Input.dispatchDragEvent', { type, x: box.x + 20, y: box.y + 20, data });
  }
}

// Nothing chosen: nothing to verify.
seen.emptyIsDisabled = await page.locator('#verify').isDisabled();

// A folder and anchors are dropped.
await drop(plan.folder);
await until('the folder', () => chosen.files.length > 0);
seen.folderSeesEmpty = await page.evaluate(() => chosen.seesEmpty);
await drop(plan.authority, plan.roster, plan.receipt);
await until('the anchors', () => anchors.length === 3);
seen.anchorList = await text('anchor-list');
seen.dropped = await verdict();

// The result in each language, and the file that is saved.
seen.languages = {};
for (const [code, name] of [['kk', 'Қазақша'], ['ru', 'Русский'], ['en', 'English']]) {
  await page.getByRole('button', { name, exact: true }).click();
  seen.languages[code] = await page.evaluate(() => ({
    lang: document.documentElement.lang, title: document.title, verdict: document.querySelector('.verdict .words').textContent.trim(),
    text: document.body.innerText, untranslated: [...document.body.innerText.matchAll(/\{\s*\$?\w+\s*\}/g)].map(([found]) => found),
  }));
}
const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /JSON/ }).click()]);
await download.saveAs(plan.saved);
await page.pdf({ path: plan.printed, preferCSSPageSize: true });

// A packed bag is dropped; the seal hash is typed as it stands on paper.
await clear();
await drop(plan.packed);
await until('the packed bag', () => chosen.isPacked && chosen.files.length > 0);
const onPaper = plan.sealHash.toUpperCase().replace(/(.{8})/g, '$1 ');
await page.fill('#seal-hash', onPaper);
seen.typed = await verdict();

// A hash with a digit too few; then another bag's.
await clear();
await page.setInputFiles('#packed', plan.packed);
await page.fill('#seal-hash', onPaper.slice(0, 40));
await page.click('#verify');
seen.shortHash = await text('seal-hash-note');
seen.shortHashVerified = await page.evaluate(() => presented !== null || !byId('work').hidden);
await page.fill('#seal-hash', `${plan.sealHash.slice(0, 63)}${plan.sealHash.endsWith('0') ? '1' : '0'}`);
seen.otherHash = await verdict();

// The same file is chosen once more.
await page.evaluate(() => Object.assign(chosen, { files: [] }));
await page.setInputFiles('#packed', plan.packed);
seen.chosenAgain = await page.waitForFunction(() => chosen.files.length, null, { timeout: 10_000 }).then(() => true, () => false);

// Files that are nothing of the kind.
await clear();
await page.setInputFiles('#anchors', plan.other);
await until('the refusal', () => byId('trouble').textContent !== '');
seen.noAnchor = await trouble();
await clear();
await page.setInputFiles('#packed', plan.other);
seen.noBag = await verdict().catch((error) => error.message);

// The work is cancelled, and the page goes on.
await clear();
await page.setInputFiles('#packed', plan.large);
await page.click('#verify');
await until('progress', () => running.done > 0);
await page.click('#cancel');
seen.cancelled = await until('the end', () => byId('trouble').textContent);
seen.cancelledVerdict = await page.evaluate(() => presented !== null);
await clear();
await page.setInputFiles('#packed', plan.packed);
seen.afterwards = await verdict();

// The first result is kept.
await clear();
await page.setInputFiles('#packed', plan.large);
await page.click('#verify');
await until('the first result', () => byId('interim').textContent);
await page.click('#stop-here');
await until('a verdict', () => presented !== null);
seen.stopped = await page.evaluate(() => presented.json);
seen.stoppedText = await text('result');

answer({ ...seen, requests, errors });
await browser.close();
