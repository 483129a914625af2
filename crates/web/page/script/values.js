// What stands beside a finding, in the reader's language: recognised among the sentences that a finding of its code can have,
// as the report does (crates/report/src/recognise). Digests, names, and what is not recognised stay as they are.

const PATTERNS = Object.keys(WORDS.en).filter((key) => /^(error|noun|os|parser|value)-/.test(key)).map(pattern);
const NOUNS = ['what', 'kind', 'action', 'field', 'must', 'why', 'reason', 'refusal'];
const NAMELESS = ['error-custody-signature-error-blob', 'error-custody-receipt-error-unrelated', 'error-manifest-entry-error-shape'];
const PARSED = ['error-custody-record-error-line-malformed', 'error-custody-record-error-contradiction', 'error-manifest-entry-error-shape'];
const INNER = ['source', 'why', 'reason', 'fault', 'first', 'keys'];
const NUMBERS = ['n', 'all', 'at', 'places'];
const LISTS = ['seal/entries.jsonl', 'manifest-sha256.txt', 'tagmanifest-sha256.txt', 'bag-info.txt', 'seal/previous/proofs.jsonl'];
const DEEPEST = 4;

// The literal texts of a sentence and the holes between them; of holes side by side the first takes all.
function pattern(key) {
  const parts = WORDS.en[key].split(/\{ \$(\w+) \}/);
  const literals = [parts[0]];
  const holes = [];
  const empty = [];
  for (let at = 1; at < parts.length; at += 2) {
    if (at > 1 && parts[at - 1] === '') {
      empty.push(parts[at]);
      literals[literals.length - 1] = parts[at + 1];
    } else {
      holes.push(parts[at]);
      literals.push(parts[at + 1]);
    }
  }
  return { key, literals, holes, empty, weight: literals.join('').length };
}

// What stands in the holes if the text is this sentence: each hole but the last takes as little as it can.
function held({ key, literals, holes, empty }, text) {
  if (holes.length === 0) return text === literals[0] ? {} : null;
  if (!text.startsWith(literals[0])) return null;
  const values = Object.fromEntries(empty.map((hole) => [hole, '']));
  let rest = text.slice(literals[0].length);
  for (const [at, hole] of holes.entries()) {
    const literal = literals[at + 1];
    const isLast = at === holes.length - 1;
    const end = isLast ? (rest.endsWith(literal) ? rest.length - literal.length : -1) : rest.indexOf(literal);
    if (end < 0) return null;
    const value = rest.slice(0, end);
    if (hole in values && values[hole] !== value) return null;
    if (key.startsWith('value-') && NUMBERS.includes(hole) && !/^[0-9]+$/.test(value)) return null;
    values[hole] = value;
    rest = rest.slice(end + literal.length);
  }
  return values;
}

// The sentence with the most literal text.
function best(text, mayBe) {
  let found = null;
  for (const one of PATTERNS) {
    if ((found && one.weight <= found.weight) || !mayBe(one)) continue;
    const values = held(one, text);
    if (values) found = { ...one, values };
  }
  return found;
}

const noun = (text, start = 'noun-') => {
  const key = Object.keys(WORDS.en).find((one) => one.startsWith(start) && WORDS.en[one] === text);
  return key ? word(key) : null;
};
const eventName = (text) => [`event-${text}`, `event.${text}`].find(hasWord);
const stateName = (text) => (text === 'held' ? 'state.in_custody' : [`state.${text}`, `state-${text}`].find(hasWord));
const named = (key) => (hasWord(key) ? word(key) : null);

// What a parser says of a record or of a line of the list; one field may stand before it.
function ofTheParser(text) {
  const known = best(text, ({ key }) => key.startsWith('parser-'));
  if (!known) {
    const [, field, said] = /^([a-z0-9_.]+): (.*)$/s.exec(text) || [];
    const inner = said && best(said, ({ key }) => key.startsWith('parser-')) ? ofTheParser(said) : null;
    return inner && `${field}: ${inner}`;
  }
  const { key, values } = known;
  if ('why' in values) {
    values.why = ofTheParser(values.why);
    if (values.why === null) return null;
  }
  if ('known' in values) values.known = values.known.replaceAll('` or `', '`, `');
  return word(key, values);
}

// Words that the program itself put into a hole.
function inHole(key, hole, text) {
  const quoted = (name) => (key === 'value-event-type' || key === 'value-state' ? name : `«${name}»`);
  if ((hole === 'kind' || hole === 'act') && eventName(text)) return quoted(word(eventName(text)));
  if (hole === 'state' && stateName(text)) return quoted(word(stateName(text)));
  if (hole === 'roles') return text.split(', ').map((role) => named(`role.${role}`) ?? role).join(', ');
  if (hole === 'fields') {
    const field = (path) => path.split('.').map((part) => named(`field-${part}`) ?? part.replaceAll('_', ' ')).join(', ');
    return text.split(', ').map(field).join('; ');
  }
  if (hole === 'incident') return noun(text, 'noun-incident-');
  if (hole === 'known') return text.replaceAll('` or `', '`, `');
  if (hole === 'field' && key.startsWith('error-custody-record-error-')) return null;
  if ((hole === 'reason' || hole === 'v0') && PARSED.includes(key)) {
    const said = ofTheParser(text);
    if (said !== null) return said;
  }
  const isWord = NOUNS.includes(hole) || (hole === 'place' && key.startsWith('error-timestamp-')) || (hole === 'v0' && NAMELESS.includes(key));
  return isWord ? noun(text) : null;
}

// Rosters and fingerprints.
function anchorNames(text) {
  const part = (one) => {
    const roster = best(one, ({ key }) => key === 'value-roster-of');
    return roster ? word(roster.key, roster.values) : one;
  };
  return text.split(', ').map(part).join(', ');
}

// What people are called, or wrote, stands in the holes of these.
const quotesPeople = (key) => /^(error-custody-(breach|remark|end-remark)-|value-incident)/.test(key) && key !== 'error-custody-remark-because-unattributed';

function said(text, families, depth) {
  const now = depth > 0 ? [...families.whole, ...families.within] : families.whole;
  const mayBe = (key) => now.some((family) => (family.endsWith('-') ? key.startsWith(family) : key === family));
  if (mayBe('os-')) {
    const cause = noun(text, 'os-');
    if (cause) return cause;
  }
  const known = best(text, ({ key, weight }) => mayBe(key) && (weight > 0 || now.includes(key)));
  if (!known) return null;
  const { key, holes, literals, values } = known;
  for (const [hole, value] of Object.entries(values)) {
    const before = literals[holes.indexOf(hole)] ?? '';
    const isSentence = (INNER.includes(hole) || before.endsWith(': ')) && !quotesPeople(key);
    const inner = () => (isSentence && depth < DEEPEST && value.length < text.length ? said(value, families, depth + 1) : null);
    values[hole] = inHole(key, hole, value) ?? (hole === 'anchors' ? anchorNames(value) : inner()) ?? value;
  }
  return word(key, values);
}

// What a finding of this code expected or found.
function value(code, text) {
  if (language === 'en' || !text) return text;
  const row = WORDS.values[code] ?? WORDS.values[Object.keys(WORDS.values).find((start) => start.endsWith('.') && code.startsWith(start))] ?? '';
  const [whole, within = ''] = row.split('|').map((part) => part.trim());
  const each = (part) => part.split(' ').filter(Boolean);
  return said(text, { whole: each(whole), within: each(within) }, 0) ?? text;
}

// Where a finding is: a line of a file that is a list has words.
function place(text) {
  const [, file, n] = /^(.*) line ([0-9]+)$/s.exec(text || '') || [];
  return language !== 'en' && LISTS.includes(file) ? word('value-line-of', { file, n }) : text;
}
