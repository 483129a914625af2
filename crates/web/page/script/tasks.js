// How the work is divided: small files by the handful, large ones in parts among all.

// A large file is shared among the workers in parts of this size; a multiple of the size of a group.
const PART = 64 * MIB;
// So many files go to a worker at once, or so many bytes of them: a worker reads and hashes four side by side. Where there is less
// to do, each worker gets its part, but never less than a MiB.
const HANDFUL = 64;
const HANDFUL_BYTES = 64 * MIB;
const LANES = 4;

// One task after the other from one generator, for many takers.
function* firstTasks(run, jobs, hand) {
  const isParted = ({ isLarge }) => isLarge && run.hashers.length > 1;
  for (const job of jobs.filter(isParted)) yield* partTasks(run, job, hand);
  const whole = jobs.filter((job) => !isParted(job));
  const sum = whole.reduce((total, { size }) => total + size, 0);
  const enough = Math.max(MIB, Math.min(HANDFUL_BYTES, sum / (2 * run.hashers.length)));
  let handful = [];
  let bytes = 0;
  for (const job of whole) {
    handful.push(job);
    bytes += job.size;
    if (handful.length === HANDFUL || bytes >= enough) {
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

// Small files of a folder as places in one blob, so that a hasher reads them at one stroke. What the browser refuses to read as a
// part of it is read alone.
function together(handful) {
  if (handful.length < 2 || !handful.every(({ isWhole }) => isWhole)) return handful;
  const blob = new Blob(handful.map((job) => job.blob));
  let end = 0;
  const placed = handful.map((job) => {
    const offset = end;
    end += job.size;
    return { ...job, blob, offset };
  });
  // A file that has another size by now would shift those behind it.
  return blob.size === end ? placed : handful;
}

function wholeTask(run, handful, hand) {
  return async (hasher) => {
    const items = together(handful).map(({ blob, offset, size, algorithms }) => ({ blob, offset, size, algorithms }));
    const found = await hasher.ask('whole', { items });
    run.files += handful.length;
    run.tell(hand.ask('found', { results: found.map((bytes, at) => ({ job: handful[at].index, bytes })) }));
  };
}

// Large files side by side, if there are more of them than workers.
function* secondTasks(run, jobs, hand) {
  const abreast = Math.min(LANES, Math.ceil(jobs.length / run.hashers.length));
  for (let at = 0; at < jobs.length; at += abreast) yield wholeTask(run, jobs.slice(at, at + abreast), hand);
}
