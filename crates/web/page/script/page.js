// The page itself: its language, what a person can do on it, and its beginning.

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

// A file may be chosen again after it was changed on the disk: a browser that still holds the choice would tell of no change.
function onChosen(id, take) {
  byId(id).addEventListener('change', ({ target }) => {
    const files = [...target.files];
    target.value = '';
    if (files.length > 0) take(files);
  });
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
  onChosen('folder', chooseList);
  onChosen('packed', (files) => files.forEach(choosePacked));
  onChosen('anchors', (files) => {
    trouble('');
    return addAnchors(files);
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
