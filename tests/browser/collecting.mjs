// Verifies a folder while the browser collects its garbage all the time, in every worker.
//
//   node collecting.mjs PLAN.json RESULTS.json
//
// PLAN: { page, folder, collects: true }

import { answer, browser, errors, page, plan, until, verdict } from './open.mjs';

await page.evaluate(async () => void (await Promise.all([judge, hashers(2, () => {})])));
for (const worker of page.workers()) await worker.evaluate(() => void setInterval(() => gc(), 1));
await page.setInputFiles('#folder', plan.folder);
await until('what was chosen', () => chosen.files.length > 0);
await verdict();
const files = await page.evaluate(() => presented.verdict.checks.find(({ check }) => check === 'files').status);
answer({ workers: page.workers().length, files, errors });
await browser.close();
