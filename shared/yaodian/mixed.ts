// A cell that names persons and offices side by side: 王建军、社会救助科; 养老服务科（李 敏）. By the shape of the words; no list of names.
import { endsAsOffice, isRank } from './names.ts';

export interface Somebody {
  readonly name: string;
  /** Where it begins in the cell. */
  readonly from: number;
  readonly person: boolean;
}

const SEPARATORS = /[、，,；;/／|｜\s\u3000]/;

export function somebodiesIn(cell: string): readonly Somebody[] {
  return tokensOf(cell).map(({ name, from }) => ({ name, from, person: isPerson(name) }));
}

/** Two or three signs that do not end as offices do, or a rank: 马院长. */
function isPerson(name: string): boolean {
  const plain = name.replace(/[\s\u3000]/g, '');
  if (/^(?:各|有关|相关|全体|含|包括|不含)/.test(plain)) return false;
  if (isRank(plain)) return true;
  return /^[一-龥]{2,3}$|^[一-龥]{1,8}·[一-龥]{1,8}$/.test(plain) && !endsAsOffice(plain);
}

interface Token {
  readonly name: string;
  readonly from: number;
}

function tokensOf(cell: string): readonly Token[] {
  const tokens: Token[] = [];
  let start = 0;
  let depth = 0;
  const close = (end: number): void => {
    const raw = cell.slice(start, end);
    if (raw.trim()) tokens.push({ name: raw.trim(), from: start + raw.length - raw.trimStart().length });
    start = end + 1;
  };
  for (let at = 0; at < cell.length; at++) {
    if (/[（(]/.test(cell[at]!)) depth++;
    else if (/[)）]/.test(cell[at]!)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && SEPARATORS.test(cell[at]!)) close(at);
  }
  close(cell.length);
  return joined(tokens.flatMap(unfolded), cell);
}

/** 养老服务科（李 敏）: the person in the bracket is one of two. */
function unfolded(token: Token): readonly Token[] {
  const [, before = '', open = '', inside = ''] = /^([^（(]+)([（(]\s*)([^（()）]+)[)）]$/.exec(token.name) ?? [];
  if (!before || !isPerson(inside) || isPerson(before)) return [token];
  return [
    { name: before, from: token.from },
    { name: inside.trim(), from: token.from + before.length + open.length },
  ];
}

/** 关 涛: a sign that stands alone belongs to its neighbour. */
function joined(tokens: readonly Token[], cell: string): readonly Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    const between = last ? cell.slice(last.from + last.name.length, token.from) : 'x';
    const lone = last !== undefined && /^[\s\u3000]+$/.test(between) && [...last.name].length === 1;
    if (lone && [...token.name].length <= 2)
      out.splice(-1, 1, { name: cell.slice(last.from, token.from + token.name.length), from: last.from });
    else out.push(token);
  }
  return out;
}
