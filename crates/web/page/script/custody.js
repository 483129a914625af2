// The custody timeline, event by event.

const TRANSFERS = ['seal', 'release', 'accept', 'refuse', 'cancel', 'export', 'return', 'dispose', 'reseal'];

function custody(verdict, log) {
  const head = element('h2', { text: word('heading-custody') });
  if (log.events.length === 0) return [head, element('p', { className: 'note', text: word('no-events') })];
  const list = element('ol', { className: 'line' });
  for (const event of log.events) list.append(entry(event, attested(verdict, event.index)));
  const parts = [head, list];
  if (log.more > 0) parts.push(element('p', { className: 'note', text: word('custody-more', { n: number(log.more) }) }));
  if (verdict.custody && !verdict.custody.holder) parts.push(element('p', { className: 'note', text: word('custody-not-replayed') }));
  return parts;
}

// Between which times an event was signed, by what time-stamp authorities attest.
function attested({ attested: shown }, index) {
  const row = shown && shown.events.find(({ from, to }) => from <= index && index <= to);
  if (!row) return '';
  const bounds = [];
  if (row.earliest) bounds.push(word('time-not-before', { time: moment(row.earliest) }));
  if (row.latest) bounds.push(word('time-not-after', { time: moment(row.latest) }));
  return `${word('custody-attested')}: ${bounds.join(', ')}`;
}

function entry(event, attestedTime) {
  const { type } = event;
  const name = word(`event-${type === null ? 'unknown' : type}`);
  const made = element('li');
  if (event.standing === 'bad') made.classList.add('bad');
  else if (event.standing === 'not_judged') made.classList.add('not_judged');
  else if (!event.attributed) made.classList.add('unattributed');
  if (TRANSFERS.includes(type)) made.classList.add('transfer');
  made.append(element('div', { className: 'head' },
    element('span', { className: 'type', text: `${event.index}. ${name}` }),
    element('span', { className: 'time', text: event.time ? moment(event.time) : '' })));
  const detail = (text) => text && made.append(element('div', { className: 'detail given', text }));
  if (event.stated) {
    if (event.person) {
      const roles = event.roles.map((role) => (hasWord(`role-${role}`) ? word(`role-${role}`) : role)).join(', ');
      detail([event.person, event.organisation, roles].filter(Boolean).join(', '));
    } else {
      detail(word(event.attributed ? 'by-key' : 'by-nobody', { name: event.stated, key: event.fingerprint }));
    }
  }
  detail(attestedTime);
  if (event.to) detail(word('custody-to', { name: event.to }));
  detail(event.purpose);
  if (event.late_reason) detail(word('custody-late', { reason: event.late_reason }));
  event.remarks.forEach(detail);
  if (event.standing === 'bad') made.append(element('div', { className: 'warn', text: word('standing-bad') }));
  if (event.standing === 'not_judged') made.append(element('div', { className: 'warn', text: word('standing-not-judged') }));
  for (const code of event.codes) made.append(element('div', { className: 'detail', text: `! ${sentence(code)}` }));
  return made;
}
