// What was brought along to compare with: files, the seal hash that was typed, and what is built into this page.

const anchors = [];
const baked = JSON.parse(byId('baked').textContent).authorities;

async function addAnchors(files) {
  for (const file of files) {
    const bytes = file.size <= 4 * MIB ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const kind = await (await judge).ask('kind', { bytes });
    if (!kind) {
      trouble(word('kind-none', { name: file.name }));
      continue;
    }
    const isKey = kind === 'key';
    anchors.push({ kind: isKey ? 'authority' : kind, isKey, name: file.name, bytes });
  }
  showAnchors();
}

function showAnchors() {
  byId('anchor-list').replaceChildren(
    ...anchors.map((anchor, index) => {
      const remove = element('button', { text: word('remove'), attributes: { type: 'button' } });
      remove.addEventListener('click', () => {
        anchors.splice(index, 1);
        showAnchors();
      });
      let kind = element('span', { text: word(`kind-${anchor.kind}`) });
      if (anchor.isKey) {
        kind = element('select', { attributes: { 'aria-label': anchor.name } });
        for (const one of ['authority', 'signer']) {
          kind.append(element('option', { text: word(`kind-${one}`), attributes: { value: one } }));
        }
        kind.value = anchor.kind;
        kind.addEventListener('change', () => {
          anchor.kind = kind.value;
        });
      }
      return element('li', {}, element('span', { className: 'what given', text: anchor.name }), kind, remove);
    }),
  );
}

function sealHash() {
  const text = byId('seal-hash').value.replace(/\s/g, '');
  const isRight = text === '' || /^[0-9a-fA-F]{64}$/.test(text);
  byId('seal-hash-note').textContent = isRight ? '' : word('seal-hash-wrong', { n: [...text].length });
  return isRight ? text : null;
}
