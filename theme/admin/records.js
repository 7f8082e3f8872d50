// A file as the form edits it, and back. In: the text of a file and the form's fields. Out: plain
// values whose scalars are text as written, and the text with only the changed values replaced:
// comments, the order of keys, what the form does not show and what nobody touched stay as they are.
import { isMap, isScalar, isSeq, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml';

export const TEXT = '\u0000text'; // the file's text travels with its values; no key begins like this
const HAN = /\p{Script=Han}/u;

const isEmpty = (value) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) ? value.every(isEmpty) : isGroup(value) && Object.values(value).every(isEmpty));
const isGroup = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isBlank = (node) => !node || (isScalar(node) && !String(node.value ?? '').trim());
const isList = (field) => field.widget === 'list' || field.multiple === true;
// Without what says nothing: the form fills every field that is not there with an empty one.
const lean = (value) => {
  if (Array.isArray(value)) return value.filter((item) => !isEmpty(item)).map(lean);
  if (!isGroup(value)) return String(value).trim();
  const full = Object.entries(value).filter(([, item]) => !isEmpty(item));
  return Object.fromEntries(full.map(([key, item]) => [key, lean(item)]));
};
const same = (one, other) => JSON.stringify(lean(one)) === JSON.stringify(lean(other));
const keyOf = (pair) => String(pair.key?.value ?? pair.key);

// Every scalar stays text: 2026-03-12, 0000000001 and 否 mean what the editor wrote.
const parse = (text) => {
  const document = parseDocument(text, { schema: 'failsafe' });
  if (document.errors.length) throw new Error(document.errors[0].message);
  if (isBlank(document.contents)) document.contents = new YAMLMap();
  if (!isMap(document.contents)) throw new Error('最外层不是“键: 值”。');
  return document;
};

// Text that nobody changed comes back to the byte, however its author laid it out.
const print = (document, text) => {
  const style = { lineWidth: 0, flowCollectionPadding: false };
  const printed = document.toString(style);
  return printed === parse(text).toString(style) ? text : printed;
};

/** The values that the form edits. An error where the file is not what the form can show whole. */
export const read = (text, fields) => {
  const { contents } = parse(text);
  const [first] = contents.items;
  if (first && HAN.test(keyOf(first)) !== HAN.test(fields[0].name))
    throw new Error('这个文件的键是另一种语言，表单不改它。');
  return { ...pick(contents, fields), [TEXT]: text };
};

/** The file's new text. `content`: the values, with the text that they were read from. */
export const write = ({ [TEXT]: text = '', ...content }, fields) => {
  const document = parse(text);
  mend(document.contents, content, fields);
  return print(document, text);
};

/** A register, whose entries stand under their ids: a list whose first field is the id. */
export const readEntries = (text, [list]) => {
  const [id, ...fields] = list.fields;
  const entries = parse(text).contents.items.map((pair) => {
    if (!isMap(pair.value)) throw new Error(`“${keyOf(pair)}”下面不是一组键。`);
    const [first] = pair.value.items;
    if (first && HAN.test(keyOf(first)) !== HAN.test(fields[0].name))
      throw new Error('这个文件的键是另一种语言，表单不改它。');
    return { [id.name]: keyOf(pair), ...pick(pair.value, fields) };
  });
  return { [list.name]: entries, [TEXT]: text };
};

/** The register's new text. An id given twice is written twice: `check` names both places. */
export const writeEntries = ({ [TEXT]: text = '', ...content }, [list]) => {
  const [id, ...fields] = list.fields;
  const document = parse(text);
  const before = document.contents.items;
  const entries = (content[list.name] ?? []).filter((entry) => !isEmpty(entry));
  const shown = before.map((pair) => ({ [id.name]: keyOf(pair), ...pick(pair.value, fields) }));
  const found = partners(entries, shown, (one, other) => one[id.name] === other[id.name]);
  document.contents.items = entries.map((entry, index) => {
    const pair = before[found[index]] ?? document.createPair(entry[id.name], new YAMLMap());
    if (keyOf(pair) !== entry[id.name]) pair.key = new Scalar(entry[id.name] ?? '');
    mend(pair.value, entry, fields);
    return pair;
  });
  return print(document, text);
};

const pick = (map, fields) => {
  const values = {};
  for (const field of fields) {
    const node = map.get(field.name, true);
    if (!isBlank(node)) values[field.name] = pickValue(node, field);
  }
  return values;
};

const pickValue = (node, field) => {
  if (isList(field) && isSeq(node)) return node.items.map((item) => pickItem(item, field));
  if (isList(field)) throw new Error(`“${field.name}”不是列表。`);
  return pickItem(node, field);
};

const pickItem = (node, field) => {
  if (field.fields && isMap(node)) return pick(node, field.fields);
  if (!field.fields && isScalar(node)) return String(node.value);
  throw new Error(`“${field.name}”的写法，表单显示不了。`);
};

// The picker of dates shows nothing where it cannot read one (２０２６年３月２日), and hands nothing back.
const isUnread = (value, text, field) =>
  (field.field ?? field).widget === 'datetime' && isEmpty(value) && !/^\d{4}-\d\d?-\d\d?/.test(text);

// Brings a group up to the form's values; what already says the same is not touched.
const mend = (map, values, fields) => {
  fields.forEach((field, index) => {
    const place = map.items.findIndex((pair) => keyOf(pair) === field.name);
    const value = values[field.name];
    if (isEmpty(value)) {
      const node = map.items[place]?.value;
      if (!isBlank(node) && !isUnread(value, String(node.value), field)) map.items.splice(place, 1);
    } else if (place < 0) {
      map.items.splice(after(map, fields.slice(0, index)), 0, pairOf(field, value));
    } else {
      const pair = map.items[place];
      pair.value = isBlank(pair.value) ? made(field, value) : mended(pair.value, value, field);
    }
  });
};

const after = (map, fields) => {
  const names = new Set(fields.map((field) => field.name));
  return map.items.findLastIndex((pair) => names.has(keyOf(pair))) + 1;
};

const mended = (node, value, field) => {
  if (!isList(field)) return mendedItem(node, value, field);
  if (!isSeq(node)) return made(field, value);
  const before = node.items.map((item) => pickItem(item, field));
  const items = value
    .map((item, index) => (isUnread(item, before[index], field) ? before[index] : item))
    .filter((item) => !isEmpty(item));
  const found = partners(items, before);
  node.items = items.map((item, index) =>
    found[index] === undefined
      ? madeItem(field, item)
      : mendedItem(node.items[found[index]], item, field),
  );
  return node;
};

const mendedItem = (node, value, field) => {
  if (field.fields && isMap(node)) {
    mend(node, value, field.fields);
    return node;
  }
  if (!field.fields && isScalar(node)) {
    // The reader strips blanks at both ends, so they are no change.
    const text = textOf(value, field);
    if (String(node.value).trim() !== text.trim()) setText(node, text);
    return node;
  }
  return madeItem(field, value);
};

// Which old item each new one was: what is alike first, the rest in their order.
const partners = (items, before, isSame = same) => {
  const free = new Set(before.keys());
  const found = items.map((item) => {
    const match = [...free].find((index) => same(item, before[index]));
    const near = match ?? [...free].find((index) => isSame(item, before[index]));
    free.delete(near);
    return near;
  });
  const rest = [...free];
  if (items.length < before.length) return found; // something was removed: nobody takes its place
  return found.map((index) => index ?? rest.shift());
};

const pairOf = (field, value) => {
  const map = new YAMLMap();
  map.set(new Scalar(field.name), made(field, value));
  return map.items[0];
};

const made = (field, value) => {
  if (!isList(field)) return madeItem(field, value);
  const seq = new YAMLSeq();
  seq.items = value.filter((item) => !isEmpty(item)).map((item) => madeItem(field, item));
  return seq;
};

const madeItem = (field, value) => {
  if (field.fields) {
    const map = new YAMLMap();
    mend(map, value, field.fields);
    return map;
  }
  return setText(new Scalar(''), textOf(value, field));
};

// Sveltia names a medium from the root of the folder, we from media/.
const textOf = (value, field) =>
  field.widget === 'file' ? String(value).replace(/^\/.*?\/?media\//, '') : String(value);

const setText = (node, text) => {
  const lines = text.replace(/\r\n?/g, '\n').trim();
  const isLong = lines.includes('\n');
  node.value = isLong ? `${lines}\n` : lines;
  if (isLong) node.type = 'BLOCK_LITERAL';
  else if (node.type?.startsWith('BLOCK')) node.type = 'PLAIN';
  return node;
};
