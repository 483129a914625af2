// Elements of the page. Every text out of a package goes into the page as text.

const byId = (id) => document.getElementById(id);

function element(name, { className, text, attributes } = {}, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function row(list, label, value, className) {
  if (value === undefined || value === null || value === '') return;
  const cell = element('dd');
  if (value instanceof Node) cell.append(value);
  else cell.append(element('span', { className: className || 'given', text: value }));
  list.append(element('dt', { text: label }), cell);
}

const groupsOfEight = (hash) => hash.replace(/(.{8})(?=.)/g, '$1 ');
