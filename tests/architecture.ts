// The rules of docs/architecture.md as one pure function over source texts. Knows no disk: tests plant violations in it.
import { posix } from 'node:path';

/** Path from the root of the repository → text. */
export type Files = ReadonlyMap<string, string>;

export interface Import {
  readonly from: string;
  /** Resolved path of a file, or a package name such as `yjs` or `node:fs`. */
  readonly to: string;
}

/** Every broken rule as a sentence that names the file; empty when the house stands. */
export function violations(files: Files): readonly string[] {
  const imports = [...files].flatMap(([path, text]) => importsOf(path, text));
  return [
    ...imports.flatMap(brokenDirection),
    ...imports.flatMap(brokenDoor),
    ...cycles(imports),
    ...barrels(files),
    ...strayNumbers(files),
    ...strayRoots(files),
    ...twins(files),
  ];
}

/** Which layers a layer may import, besides itself. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'shared/guard': [],
  'shared/model': ['shared/guard'],
  'shared/policy': ['shared/guard', 'shared/model'],
  'shared/ops': ['shared/guard', 'shared/model'],
  'shared/doc': ['shared/guard', 'shared/model', 'shared/ops'],
  'shared/yaodian': ['shared/guard', 'shared/model'],
  'shared/layout': ['shared/guard', 'shared/model'],
  'shared/export': ['shared/guard', 'shared/model', 'shared/layout', 'shared/yaodian'],
  'shared/carriers': ['shared/guard', 'shared/model', 'shared/ops', 'shared/yaodian', 'shared/export', 'shared/layout'],
  'shared/protocol': ['shared/guard', 'shared/model'],
  server: ['shared'],
  client: ['shared'],
  tests: ['shared', 'server', 'client'],
};

interface Door {
  readonly what: RegExp;
  readonly where: RegExp;
  readonly why: string;
}

/** Packages that only some files may import; tests may import anything. */
const DOORS: readonly Door[] = [
  {
    what: /^(yjs|y-protocols)(\/|$)/,
    where:
      /^(shared\/doc\/|client\/state\/|client\/views\/note\.tsx$|server\/(gate|authorize|homes|landing|room|socket)\.ts$)/,
    why: 'only shared/doc, the socket and the client’s connection know Yjs',
  },
  {
    what: /^y-websocket(\/|$)/,
    where: /^client\/state\//,
    why: 'only client/state connects',
  },
  {
    what: /^(react|react-dom|react-aria-components|lucide-react|@dnd-kit\/.*|@tiptap\/react)(\/|$)/,
    where: /^client\//,
    why: 'only client/ draws with React',
  },
  { what: /^node:/, where: /^server\//, why: 'only server/ knows Node' },
  {
    what: /^(ws|hono|@hono\/node-server|sirv|jose|@photostructure\/sqlite)(\/|$)/,
    where: /^server\//,
    why: 'only server/ serves',
  },
];

function brokenDirection({ from, to }: Import): readonly string[] {
  const [here, there] = [layer(from), layer(to)];
  if (!here || !there || here === there) return [];
  if (LAYERS[here]?.some((allowed) => there === allowed || there.startsWith(`${allowed}/`))) return [];
  return [`${from} imports ${to}: ${here} may not import ${there}`];
}

function brokenDoor({ from, to }: Import): readonly string[] {
  if (!/^(shared|server|client)\//.test(from)) return [];
  return DOORS.filter(({ what, where }) => what.test(to) && !where.test(from)).map(
    ({ why }) => `${from} imports ${to}: ${why}`,
  );
}

function layer(path: string): string | undefined {
  const [top, second] = path.split('/');
  if (top === 'shared') return path.includes('/') && second ? `shared/${second.replace(/\.ts$/, '')}` : undefined;
  return top === 'server' || top === 'client' || top === 'tests' ? top : undefined;
}

/** Each import cycle once, type imports included, as the strongly connected components of the graph (Tarjan). */
function cycles(imports: readonly Import[]): readonly string[] {
  const graph = new Map<string, string[]>();
  for (const { from, to } of imports) if (layer(to)) graph.set(from, [...(graph.get(from) ?? []), to]);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.size - 1);
    stack.push(path);
    for (const next of graph.get(path) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(low.get(path)!, low.get(next)!));
    }
    if (low.get(path) !== index.get(path)) return;
    const ring = stack.splice(stack.indexOf(path));
    const itself = ring.length === 1 && graph.get(path)?.includes(path);
    if (ring.length > 1 || itself) found.push(`import cycle: ${ring.toSorted().join(' → ')}`);
  };
  for (const path of graph.keys()) if (!index.has(path)) visit(path);
  return found;
}

function barrels(files: Files): readonly string[] {
  return [...files.keys()]
    .filter((path) => /(^|\/)index\.[cm]?[jt]sx?$/.test(path))
    .map((path) => `${path}: no barrels; import the file that owns the thing`);
}

/** Close codes live in protocol/close.ts and nowhere else; the numbers in it and in messages.ts are distinct. */
function strayNumbers(files: Files): readonly string[] {
  const strays = [...files].filter(([path]) => isSource(path) && path !== 'shared/protocol/close.ts');
  return [
    ...strays.flatMap(([path, text]) =>
      (bare(text).match(/\b4[45]\d\d\b/g) ?? []).map(
        (code) => `${path} writes close code ${code}: name it from close.ts`,
      ),
    ),
    ...repeated(files, 'shared/protocol/close.ts', /^\s+\w+: (\d{4}),/gm, 'close code'),
    ...repeated(files, 'shared/protocol/messages.ts', /^export const (?!PROTOCOL)\w+ = (\d+);/gm, 'message number'),
  ];
}

/** Roots of the Yjs document are named in doc/schema.ts and nowhere else. */
function strayRoots(files: Files): readonly string[] {
  return [...files]
    .filter(([path]) => isSource(path) && path !== 'shared/doc/schema.ts')
    .flatMap(([path, text]) =>
      [
        ...withoutComments(text).matchAll(/\.get(?:Map|Array|Text|XmlFragment|XmlElement)\(\s*['"`]([^'"`]+)['"`]/g),
      ].map(([, root]) => `${path} names the root ${root}: only doc/schema.ts names roots`),
    );
}

function repeated(files: Files, path: string, pattern: RegExp, what: string): readonly string[] {
  const numbers = [...withoutComments(files.get(path) ?? '').matchAll(pattern)].map((match) => match[1]!);
  return numbers
    .filter((number, at) => numbers.indexOf(number) < at)
    .map((number) => `${path}: ${what} ${number} twice`);
}

/** The message numbers again, as `const SAVED = 100` in another module. */
function twins(files: Files): readonly string[] {
  const owner = 'shared/protocol/messages.ts';
  const names = [...withoutComments(files.get(owner) ?? '').matchAll(/^export const (\w+)/gm)].map(
    (match) => match[1]!,
  );
  return [...files]
    .filter(([path]) => isSource(path) && path !== owner)
    .flatMap(([path, text]) =>
      names
        .filter((name) => new RegExp(`^(export )?const ${name} =`, 'm').test(withoutComments(text)))
        .map((name) => `${path} declares ${name}, which ${owner} owns`),
    );
}

function isSource(path: string): boolean {
  return /^(shared|server|client)\//.test(path);
}

/** Every module this text imports: static, dynamic, re-exported, or only as a type. */
export function importsOf(path: string, text: string): readonly Import[] {
  const code = withoutComments(text);
  const patterns = [
    /(?:^|[;}\s])(?:import|export)\s+(?:type\s+)?(?:[\w*{][\w\s,*{}$]*?\s*)?from\s*(['"])([^'"\n]+)\1/g,
    /(?:^|[;}\s])import\s*(['"])([^'"\n]+)\1/g,
    /\b(?:import|require)\s*\(\s*(['"`])([^'"`\n]+)\1/g,
    /\bnew\s+URL\(\s*(['"])(\.[^'"\n]+)\1\s*,\s*import\.meta\.url/g,
  ];
  return patterns.flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => ({ from: path, to: resolve(path, match[2]!) })),
  );
}

function resolve(from: string, specifier: string): string {
  const clean = specifier.replace(/\?.*$/, '');
  return clean.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), clean)) : clean;
}

/** The text with comments blanked; strings stay. Quotes inside a regular expression or JSX text end at the line's end. */
export function withoutComments(text: string): string {
  return text.replace(TOKENS, (token) => (token.startsWith('/*') || token.startsWith('//') ? blank(token) : token));
}

/** Comments and the inside of strings blanked: what is left is code. */
function bare(text: string): string {
  return text.replace(TOKENS, blank);
}

const TOKENS = /\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g;

function blank(token: string): string {
  return token.replace(/[^\n]/g, ' ');
}
