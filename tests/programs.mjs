// The programs that are not ours and read what we export: which of them are here, and on Debian as root those that are not, installed. A test without its program says so and asserts the rest.
import { spawnSync } from 'node:child_process';
import { readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Each with how to see that it works, and the Debian packages it comes from. */
const PROGRAMS = {
  // An office suite may come without its spreadsheet.
  soffice: {
    works: () => answers('soffice', '--version') && hasSpreadsheet(),
    debian: ['libreoffice-writer', 'libreoffice-calc'],
  },
  pdftotext: { works: () => answers('pdftotext', '-v'), debian: ['poppler-utils'] },
  xmllint: { works: () => answers('xmllint', '--version'), debian: ['libxml2-utils'] },
  unzip: { works: () => answers('unzip', '-v'), debian: ['unzip'] },
  jsonschema: {
    works: () => spawnSync('python3', ['-c', 'import jsonschema']).status === 0,
    debian: ['python3-jsonschema'],
  },
  // Without Chinese type an office suite measures empty boxes.
  'fc-list': { works: () => spoken('fc-list', ':lang=zh') !== '', debian: ['fontconfig', 'fonts-noto-cjk'] },
};

const seen = new Map();

/** Whether a program is here and works; asked once. */
export function present(name) {
  if (!seen.has(name)) seen.set(name, PROGRAMS[name].works());
  return seen.get(name);
}

/** Whether all of them are; says once which is not, and what was therefore not done. */
export function allPresent(names, otherwise) {
  const missing = names.filter((name) => !present(name));
  const words = `${missing.join(', ')} not installed: ${otherwise}`;
  if (missing.length > 0 && !seen.has(words)) console.log(words);
  seen.set(words, true);
  return missing.length === 0;
}

function ensurePrograms() {
  const missing = Object.keys(PROGRAMS).filter((name) => !present(name));
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (missing.length > 0 && isRoot && spoken('apt-get', '--version') !== '') {
    const packages = missing.flatMap((name) => PROGRAMS[name].debian);
    console.log(`Programs that read our files: installing ${packages.join(' ')} with apt-get …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const stdio = ['ignore', 'ignore', 'inherit'];
    spawnSync('apt-get', ['update', '-q'], { stdio, env });
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { stdio, env });
    for (const name of missing) seen.delete(name);
  }
  const said = Object.keys(PROGRAMS).map((name) => `${name} ${present(name) ? 'yes' : 'no'}`);
  console.log(`Programs that read our files: ${said.join(', ')}`);
}

function answers(program, question) {
  return spawnSync(program, [question], { timeout: 60_000 }).status === 0;
}

function spoken(program, ...questions) {
  return spawnSync(program, questions, { encoding: 'utf8', timeout: 60_000 }).stdout?.trim() ?? '';
}

function hasSpreadsheet() {
  if (process.platform !== 'linux') return true;
  const found = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => {
    try {
      return [dirname(realpathSync(join(folder, 'soffice')))];
    } catch {
      return [];
    }
  });
  return found.some((folder) => readdirSync(folder).some((name) => /^libsc.*lo\.so$/.test(name)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) ensurePrograms();
