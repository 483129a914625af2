// One run of the work: its progress, who works, and how it is ended.

// Milliseconds between two looks of the progress: drawing it takes a processor from those who hash.
const SHOW_EVERY = 250;

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
    if (performance.now() - this.shown >= SHOW_EVERY) this.show();
  }

  show() {
    const { done, total, count, files } = this;
    this.shown = performance.now();
    const seconds = (this.shown - this.begun) / 1000;
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
