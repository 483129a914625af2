// The verification from the button to the verdict.

let running = null;

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
    const { files, sizes, paths, empty, seesEmpty, isPacked } = chosen;
    // Of what is in `data/` the judge needs the sizes alone: each file that is handed to a worker costs memory in three processes.
    const read = files.filter((_, index) => isPacked || !paths[index].startsWith('data/'));
    const rows = await hand.ask('open', { read, sizes, paths, empty, seesEmpty, isPacked, anchors: given, sealHash: hash });
    if (run.isCancelled) throw new Cancelled();
    const jobs = rows.map(([file, offset, length, algorithms, isLarge], index) => (
      { index, blob: files[file], offset, size: length, isWhole: length === sizes[file], algorithms, isLarge }));
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
      byId('interim').textContent = word('interim', { verdict: word(`verdict-${outcomeKey(outcome)}`) });
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
