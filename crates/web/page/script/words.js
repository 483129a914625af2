// The languages, and how each writes numbers, sizes and dates.

const WORDS = JSON.parse(byId('words').textContent);
const LANGUAGES = [['kk', 'Қазақша'], ['ru', 'Русский'], ['en', 'English']];
let language = LANGUAGES.map(([code]) => code).find((code) => navigator.language.toLowerCase().startsWith(code)) || 'en';

function word(key, values = {}) {
  const text = WORDS[language][key] ?? WORDS.en[key];
  if (text === undefined) return key;
  return text.replace(/\{\s*\$?(\w+)\s*\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
// What the verifier recognised of an English text (crates/sentences): a text, parts, or a message with what stands in it.
function say(said) {
  if (typeof said === 'string') return said;
  if (Array.isArray(said)) return said.map(say).join('');
  const { key, or, values = {} } = said;
  if (or !== undefined && !hasWord(key)) return or;
  return word(key, Object.fromEntries(Object.entries(values).map(([hole, one]) => [hole, say(one)])));
}
// Headings of the terminal are in capitals; a page has other means.
const calm = (text) => text.charAt(0) + text.slice(1).toLowerCase();
const hasWord = (key) => key in WORDS.en;

function number(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

function size(bytes) {
  const units = word('units').split(' ');
  let at = 0;
  let value = bytes;
  while (value >= 1024 && at < units.length - 1) {
    value /= 1024;
    at += 1;
  }
  const shown = at === 0 ? String(value) : value.toFixed(value < 10 ? 1 : 0);
  return `${language === 'en' ? shown : shown.replace('.', ',')}\u00a0${units[at]}`;
}

function day(year, month, date) {
  const months = word('date-months').split(' ');
  return word('date-pattern', { day: Number(date), month: months[Number(month) - 1], year });
}

function moment(time) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/.exec(time || '');
  if (!parts) return time || '';
  const clock = `${parts[4]}:${parts[5]}${parts[6] ? `:${parts[6]}` : ''}`;
  return word('moment-utc', { date: day(parts[1], parts[2], parts[3]), clock });
}
