// Starts the form. It edits files through records.js, in Chinese, and never over another's change.
import './preferences.js';
import CMS from '@sveltia/cms';
import { parse } from 'yaml';
import { read, readEntries, TEXT, write, writeEntries } from './records.js';

const MORE = '更多';
let root; // the handle of the site's folder, once its user has chosen one
const saved = new Map(); // what this page has written, by path

const asked = (field) => 'comment' in field;

// What is asked of everybody comes first; the rest waits folded, so that nobody is drowned.
const fold = (fields) => {
  const rest = fields.filter((field) => !asked(field));
  if (!rest.length || rest.length === fields.length) return fields;
  const more = { name: MORE, label: '更多内容（都可以不填）', widget: 'object', collapsed: true, fields: rest };
  return [...fields.filter(asked), more];
};

const nest = (values, fields) => {
  const rest = Object.fromEntries(
    fields.filter((field) => !asked(field) && field.name in values).map(({ name }) => [name, values[name]]),
  );
  const first = Object.fromEntries(Object.entries(values).filter(([name]) => !(name in rest)));
  return { ...first, [MORE]: rest };
};

// Each sort of file has a format of its own, which knows the fields of that sort.
const adopt = (item) => {
  const { fields, format } = item;
  const isFolded = fold(fields) !== fields;
  const isRegister = format === 'register';
  const name = `huiying-${item.folder ?? item.file}`;
  CMS.registerCustomFormat(name, 'yml', {
    fromFile: (text) => {
      const values = (isRegister ? readEntries : read)(text, fields);
      return isFolded ? nest(values, fields) : values;
    },
    toFile: ({ [MORE]: more, ...content }) =>
      (isRegister ? writeEntries : write)(isFolded ? { ...content, ...more } : content, fields),
  });
  return { ...item, format: name, fields: fold(fields) };
};

const prepared = (config) => ({
  ...config,
  load_config_file: false,
  collections: config.collections.map((item) => {
    if (item.divider) return item;
    return item.files ? { ...item, files: item.files.map(adopt) } : adopt(item);
  }),
});

// Sveltia takes a folder for a project only where it holds .git. Editors have no git: what makes a
// folder a site is its mkdocs.yml.
const { getDirectoryHandle } = FileSystemDirectoryHandle.prototype;
FileSystemDirectoryHandle.prototype.getDirectoryHandle = async function (name, options) {
  if (name !== '.git') return getDirectoryHandle.call(this, name, options);
  await this.getFileHandle('mkdocs.yml');
  return this;
};

// Where the folder comes from: its user picks it, or it is the one of last time.
const { showDirectoryPicker } = window;
if (showDirectoryPicker)
  window.showDirectoryPicker = async () => (root = await showDirectoryPicker.call(window, { mode: 'readwrite' }));
const { requestPermission } = FileSystemHandle.prototype;
FileSystemHandle.prototype.requestPermission = function (options) {
  root = this;
  return requestPermission.call(this, options);
};

// The text that lies in the folder, as Sveltia reads it; nothing where there is no such file.
const textAt = async (path) => {
  const parts = path.split('/');
  try {
    let folder = root;
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
    const file = await (await folder.getFileHandle(parts.at(-1))).getFile();
    return plain(await file.text());
  } catch (error) {
    if (error.name === 'NotFoundError') return undefined;
    throw error;
  }
};
const plain = (text) => text.trim().replace(/\r\n?/g, '\n');

// Nothing is ever overwritten: what lies in the folder must be what this page read or wrote. A Git
// server notices by itself.
const refuseForeignChange = async ({ entry }) => {
  if (!root) return;
  const path = entry.get('path');
  const now = await textAt(path);
  const before = saved.get(path) ?? entry.getIn(['data', TEXT]);
  if (now === undefined || now === before) return;
  throw new Error('saving_failed', {
    cause: new Error(`${path} 打开以后又被别的程序或别人改过，所以没有保存。请记下改动，刷新页面后重新打开再改。`),
  });
};
CMS.registerEventListener({ name: 'preSave', handler: refuseForeignChange });

// What is approved without its time would stay a draft, and nobody would know why.
const refuseUndated = (config) => ({ entry }) => {
  const { sortable_fields: sorted, view_filters: filters } =
    config.collections.find(({ name }) => name === entry.get('collection')) ?? {};
  if (!filters) return;
  const { field: status, pattern } = filters.at(-1); // the last step: approved
  const { field: date } = sorted.default;
  const valueOf = (key) => String(entry.getIn(['data', key]) ?? '');
  if (!new RegExp(pattern).test(valueOf(status)) || valueOf(date)) return;
  // The picker cannot read ２０２６年３月２日, and records.js keeps it.
  const unread = new RegExp(`^${date}: *(?!\\d{4}-\\d\\d?-\\d\\d?)\\S`, 'm');
  if (unread.test(valueOf(TEXT))) return;
  throw new Error('saving_failed', {
    cause: new Error(`“${status}”选了“${valueOf(status)}”，还没有填“${date}”。请填好再保存，或把“${status}”改回去。`),
  });
};

// Sveltia puts its star where nothing can be saved without a value. What a draft may leave empty and
// is needed all the same gets one too, so that a star always means 必填.
const starred = (fields, way = []) =>
  fields.flatMap((field) => {
    const path = [...way, field];
    const below = starred(field.fields ?? [], path);
    return field.required === false && field.comment?.startsWith('必填') ? [path, ...below] : below;
  });
const star = (config) => {
  const paths = config.collections
    .flatMap((item) => item.files ?? (item.fields ? [item] : []))
    .flatMap(({ fields }) => starred(fields));
  const selectors = paths.map((path) => {
    const names = path.map(({ name }) => name);
    const lists = path.slice(0, -1).findIndex(({ widget }) => widget === 'list');
    const start = lists < 0 ? '' : `[data-key-path^="${names.slice(0, lists + 1).join('.')}."]`;
    const last = path.findLastIndex(({ widget }, at) => widget === 'list' && at < path.length - 1);
    const end = names.slice(last + 1).join('.');
    return last < 0
      ? `section.field[data-key-path="${end}"] > header h4::after`
      : `section.field${start}[data-key-path$=".${end}"] > header h4::after`;
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${[...new Set(selectors)].join(',\n')} { content: ' *'; color: var(--sui-error-foreground-color); }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};
CMS.registerEventListener({
  name: 'postSave',
  handler: async ({ entry }) => root && saved.set(entry.get('path'), await textAt(entry.get('path'))),
});

const start = async () => {
  const config = parse(await (await fetch('config.yml')).text());
  const isFolderOnly = config.backend.repo?.startsWith('huiying-folder/');
  document.documentElement.dataset.backend = isFolderOnly ? 'none' : config.backend.name;
  CMS.registerEventListener({ name: 'preSave', handler: refuseUndated(config) });
  star(config);
  await CMS.init({ config: prepared(config) });
};

start();
