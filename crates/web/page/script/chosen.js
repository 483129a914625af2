// The bag that was chosen or dropped: a folder as a list of files, or one file.

// `sizes` are asked for once: for each answer the browser looks at the disk.
const chosen = { name: '', files: [], sizes: [], paths: [], empty: [], seesEmpty: false, isPacked: false };

function choose({ name, files, paths, empty = [], seesEmpty = false, isPacked = false }) {
  const sizes = files.map((file) => file.size);
  Object.assign(chosen, { name, files, sizes, paths, empty, seesEmpty, isPacked });
  showChosen();
}

function showChosen() {
  const { name, files, sizes, isPacked } = chosen;
  const total = sizes.reduce((sum, one) => sum + one, 0);
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
