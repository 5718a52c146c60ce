/** A value as kubectl prints it, without what is undefined: blocks, lists as far in as their key, quotes where YAML would read something else. */
export const emitYaml = (value) => emitBlock(value, '').join('');

function emitBlock(value, indent) {
  if (Array.isArray(value)) return value.map((item) => emitItem(item, indent));
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return entries.map(([key, entry]) => `${indent}${emitScalar(key)}:${emitValue(entry, indent)}`);
}

function emitItem(item, indent) {
  if (!isBlock(item)) return `${indent}- ${emitScalar(item)}\n`;
  const lines = emitBlock(item, `${indent}  `).join('');
  return `${indent}- ${lines.slice(indent.length + 2)}`;
}

function emitValue(value, indent) {
  if (!isBlock(value)) return ` ${emitScalar(value)}\n`;
  return `\n${emitBlock(value, Array.isArray(value) ? indent : `${indent}  `).join('')}`;
}

const isBlock = (value) =>
  typeof value === 'object' && value !== null && (Array.isArray(value) ? value.length : Object.keys(value).length) > 0;

const plain = /^[A-Za-z/][\w./-]*$/;
const otherwiseRead = /^(true|false|yes|no|on|off|null|y|n)$/i;

function emitScalar(value) {
  if (typeof value !== 'string') return JSON.stringify(value);
  return plain.test(value) && !otherwiseRead.test(value) ? value : JSON.stringify(value);
}
