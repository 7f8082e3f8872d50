// Bundles the form into one folder (the first argument) that asks no other host for anything.
import { build } from 'esbuild';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';

const out = process.argv[2] ?? 'dist';
const library = 'node_modules/@sveltia/cms';

// What only those see who set the form up, or use what our configuration never turns on.
const HIDDEN = ['cloud_storage', 'config', 'status', 'workflow'];

// Brings in our words. Those for which Sveltia has no English any more are no longer shown.
const reword = (strings, ours, english) => {
  for (const [key, text] of Object.entries(ours)) {
    if (!(key in english)) throw new Error(`Sveltia has no "${key}" any more`);
    if (typeof text === 'string') strings[key] = text;
    else reword((strings[key] ??= {}), text, english[key]);
  }
};

const untranslated = (strings, english) =>
  Object.entries(english).flatMap(([key, text]) => {
    if (!(key in strings)) return [key];
    if (typeof text === 'string') return [];
    return untranslated(strings[key], text).map((name) => `${key}/${name}`);
  });

const load = async (path) => JSON.parse(await readFile(path, 'utf-8'));
const chinese = await load(`${library}/locales/zh-CN.json`);
const english = await load(`${library}/locales/en-US.json`);
reword(chinese, await load('words.json'), english);
const missing = untranslated(chinese, english).filter((key) => !HIDDEN.includes(key.split('/')[0]));
if (missing.length) throw new Error(`words.json lacks Chinese for ${missing.join(', ')}`);

// One language is shipped; of the others only the names of their files are left.
const language = {
  name: 'language',
  setup(bundler) {
    bundler.onLoad({ filter: /@sveltia[\\/]cms[\\/]locales[\\/][\w-]+\.json$/ }, ({ path }) => ({
      contents: basename(path) === 'zh-CN.json' ? JSON.stringify(chinese) : '{}',
      loader: 'json',
    }));
  },
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: ['forms.js', 'records.js'],
  outdir: out,
  bundle: true,
  format: 'esm',
  splitting: true,
  minify: true,
  target: 'chrome109', // the last one on Windows 7
  legalComments: 'linked',
  external: ['@shikijs/*'],
  plugins: [language],
  logLevel: 'warning',
});
await cp(`${library}/npm/assets`, `${out}/assets`, {
  recursive: true,
  filter: (name) => !name.endsWith('.map'),
});
await cp(`${library}/LICENSE.txt`, `${out}/sveltia-cms.LICENSE.txt`);
await cp('index.html', `${out}/index.html`);
await cp('admin.css', `${out}/admin.css`);
