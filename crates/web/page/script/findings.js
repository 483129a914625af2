// The parts of a verdict that list something: findings, checks, what was not seen, what it does not say.

const outcomeKey = (outcome) => (outcome === 'confirmed_with_remarks' ? 'confirmed_remarks' : outcome);

const WEIGHTS = [['violation', 'violations', '✗'], ['undetermined', 'preventing', '?'], ['remark', 'remarks', '!']];

const LIMITS = ['truth', 'before', 'author', 'signer', 'law', 'when', 'copies', 'tail', 'crypto', 'not_expert'];

function findings({ findings: all }) {
  const parts = [];
  for (const [severity, key, sign] of WEIGHTS) {
    const ones = all.filter((finding) => finding.severity === severity);
    if (ones.length === 0) continue;
    const shown = ones.filter(({ said }) => said);
    parts.push(element('h2', { text: calm(word(key)) }), element('ul', { className: 'findings' }, ...shown.map((finding) => item(finding, sign))));
    if (ones.length > shown.length) parts.push(element('p', { className: 'note', text: word('more', { n: number(ones.length - shown.length) }) }));
  }
  return parts;
}

const sentence = (code) => {
  const key = `finding-${code.replace('.', '-')}`;
  return hasWord(key) ? word(key) : code;
};

function item(finding, sign) {
  const made = element('li', { attributes: { 'data-sign': sign } });
  made.append(element('span', { text: sentence(finding.code) }), ' ', element('span', { className: 'code', text: finding.code }));
  const detail = (label, text) => {
    if (!text) return;
    made.append(element('div', { className: 'detail' }, label ? `${label}: ` : '', element('span', { className: 'mono', text })));
  };
  // The verdict's texts are English; of those that were recognised there are words in the other languages.
  const inWords = (name) => (language !== 'en' && name in finding.said ? say(finding.said[name]) : finding[name]);
  detail('', inWords('where'));
  detail(word('label-expected'), inWords('expected'));
  detail(word('label-found'), finding.code === 'bag.not_seen' ? '' : inWords('found'));
  return made;
}

function checks(verdict) {
  const body = element('tbody');
  for (const { check, status, why } of verdict.checks) {
    const state = element('td', { className: 'status', text: word(`status-${status}`) });
    if (why) state.append(element('span', { className: 'why', text: reason(why) }));
    body.append(element('tr', { className: status }, element('td', { text: word(`check-${check}`) }), state));
  }
  const head = element('thead', {}, element('tr', {}, element('th', { text: word('checks-check'), attributes: { scope: 'col' } }),
    element('th', { text: word('findings-result'), attributes: { scope: 'col' } })));
  return element('section', {}, element('h2', { text: word('heading-checks') }), element('table', {}, head, body));
}

// The reasons of the program by the English text that stands in the verdict.
function reason(why) {
  const key = Object.keys(WORDS.en).find((one) => one.startsWith('why-') && WORDS.en[one] === why);
  return key ? word(key) : why;
}

function unseen(verdict) {
  const kinds = [...new Set(verdict.checks.flatMap(({ not_run: kinds = [] }) => kinds))];
  if (kinds.length === 0) return null;
  const list = element('ul', {}, ...kinds.map((kind) => {
    const where = verdict.checks.filter(({ not_run: ones = [] }) => ones.includes(kind)).map(({ check }) => word(`check-${check}`));
    return element('li', { text: `${word(`unseen-${kind}`)} (${where.join(', ')})` });
  }));
  return element('section', { attributes: { id: 'unseen' } }, element('h2', { text: word('heading-unseen') }), element('p', { className: 'note', text: word('unseen-note') }), list);
}

function limits() {
  const list = element('ul', { className: 'limits' }, ...LIMITS.map((key) => element('li', { text: word(`limit-${key}`) })));
  return [element('h2', { text: word('heading-may_not_claim') }), list];
}
