// The verdict as it is shown, printed and saved.

const SIGNS = { confirmed: '✓', confirmed_with_remarks: '✓!', violated: '✗', undetermined: '?' };

let presented = null;

function show(which) {
  for (const id of ['ask', 'work', 'result']) byId(id).hidden = id !== which;
  byId('lead').hidden = which === 'result';
}

function trouble(text) {
  byId('trouble').textContent = text;
  byId('trouble').hidden = text === '';
}

function present(answer, depth) {
  const clock = new Date().toISOString();
  const verdict = JSON.parse(answer.verdict);
  for (const { finding, ...said } of JSON.parse(answer.shown)) verdict.findings[finding].said = said;
  const isCompared = verdict.checks.some(({ check, status }) => check === 'files' && (status === 'passed' || status === 'failed'));
  presented = { json: answer.verdict, verdict, log: JSON.parse(answer.timeline), depth: isCompared ? depth : 'none', clock };
  render();
  show('result');
  byId('result').scrollIntoView();
}

function render() {
  const { verdict, log, depth, clock } = presented;
  const parts = [banner(verdict, depth), actions(verdict), facts(verdict, log, clock), ...findings(verdict), checks(verdict), unseen(verdict),
    ...custody(verdict, log), ...limits()];
  byId('result').replaceChildren(...parts.filter((part) => part !== null));
}

function banner({ outcome }, depth) {
  const words = element('p', { className: 'words' });
  words.append(element('span', { className: 'sign', text: SIGNS[outcome], attributes: { 'aria-hidden': 'true' } }), ` ${word(`verdict-${outcomeKey(outcome)}`)}`);
  return element('div', { className: `verdict ${outcome}`, attributes: { role: 'status' } }, words,
    element('p', { text: ['', '-by'].map((part) => `summary-${outcome}${part}`).filter(hasWord).map((key) => word(key)).join(' ') }),
    element('p', { className: 'note', text: word(`depth-${depth}`) }));
}

function actions(verdict) {
  const button = (key, act) => {
    const made = element('button', { text: word(key), attributes: { type: 'button' } });
    made.addEventListener('click', act);
    return made;
  };
  const save = () => {
    const link = element('a', { attributes: { download: `${(verdict.exhibit || 'sealbag').replace(/[^\w.-]/g, '_')}.verdict.json` } });
    link.href = URL.createObjectURL(new Blob([presented.json], { type: 'application/json' }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  const again = () => {
    presented = null;
    show('ask');
    scrollTo(0, 0);
  };
  return element('div', { className: 'actions' }, button('print', () => print()), button('save-json', save), button('again', again));
}

function facts(verdict, log, clock) {
  const list = element('dl', { className: 'facts' });
  row(list, word('label-exhibit'), verdict.exhibit);
  row(list, word('label-case'), verdict.case);
  row(list, word('label-sealed'), verdict.time && word('time-stated', { time: moment(verdict.time) }));
  if (verdict.signer) {
    row(list, word('label-signer'), word('signer-stated', { name: verdict.signer.name }));
    row(list, word('label-key'), verdict.signer.fingerprint, 'mono');
    row(list, word('label-content'), word('content-line', { files: number(verdict.files), bytes: number(verdict.bytes), payload: word(`payload-${verdict.payload}`) }));
  }
  row(list, word('label-seal-hash'), verdict.seal && groupsOfEight(verdict.seal), 'mono');
  const { custody } = verdict;
  if (custody && custody.holder) {
    const { name, id, fingerprint } = custody.holder;
    const body = log.holder_organisation ? `, ${log.holder_organisation}` : '';
    row(list, word('label-holder'), (id ? word('person-id', { name, id }) : word('person-stated', { name, key: fingerprint })) + body);
    row(list, word('label-state'), word(`held-${custody.state}`));
    if (custody.on_hold) row(list, '', word('on-hold'));
    if (custody.compromised) row(list, '', word('compromised'));
  }
  const given = verdict.anchors.map((kind) => (kind === 'seal_hash' ? word('anchor-seal_hash') : word(`kind-${kind}`)));
  row(list, word('anchors-given'), given.join('; ') || word('anchor-none'));
  row(list, word('checked-at'), moment(clock));
  row(list, word('tools-program'), byId('version').textContent ? `sealbag ${byId('version').textContent}` : 'sealbag');
  return list;
}
