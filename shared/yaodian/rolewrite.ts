// Role brackets written anew: in the words of another bracket, for other offices. Knows no clause and no plan.
import { USUAL } from './grammar.ts';
import { cutRoles, readRoles } from './roles.ts';
import type { Piece, Seg } from './roles.ts';
import type { RoleKind } from './words.ts';

/** A bracket in the way of `style`, for other offices. What it says of persons and time stays. Empty when nothing is left to say. */
export function writeRoles(style: string, lead: readonly string[], assist: readonly string[]): string {
  const segs = [...cutRoles(style)];
  const wordy = segs.some((piece) => typeof piece !== 'string' && piece.before.length > 1);
  const present = (role: RoleKind): boolean => segs.some((piece) => typeof piece !== 'string' && piece.role === role);
  // （甲牵头） has no place for 乙, nor a bracket of 配合部门 alone for 甲: then the usual words are taken.
  if (!wordy && ((assist.length > 0 && !present('assist')) || lead.length === 0))
    return writeRoles(USUAL.bracket, lead, assist);
  const spent = new Set<RoleKind>();
  for (const role of ['lead', 'assist'] as const) {
    const names = role === 'lead' ? lead : assist;
    for (let i = 0; i < segs.length; i++) {
      const piece = segs[i]!;
      if (typeof piece === 'string' || piece.role !== role) continue;
      if (names.length > 0 && !spent.has(role)) {
        spent.add(role);
        segs[i] = { ...piece, names: around(piece.names, names.join(separatorOf(piece.names))) };
      } else i -= drop(segs, i);
    }
    if (names.length > 0 && !spent.has(role)) insert(segs, role, names);
  }
  const filled = segs.some((piece) => typeof piece !== 'string');
  return filled
    ? segs
        .map(writePiece)
        .join('')
        .replace(/[（(【[〔［]\s*[）)】\]〕］]/g, '')
    : '';
}

/** The bracket with 甲 for its leads and 乙 for the assisting offices, without persons and time: a `style` for others. */
export function roleStyle(text: string): string {
  const { lead, assist } = readRoles(text);
  const pieces = [...cutRoles(text)];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (typeof piece !== 'string' && (piece.role === 'leader' || piece.role === 'time')) i -= drop(pieces, i);
  }
  return writeRoles(pieces.map(writePiece).join(''), lead.length > 0 ? ['甲'] : [], assist.length > 0 ? ['乙'] : []);
}

function writePiece(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.before + piece.names + piece.after;
}

function separatorOf(names: string): string {
  return /[、，,；;/]/.exec(names)?.[0] ?? '、';
}

/** Keeps the white space around the names that are replaced. */
function around(old: string, names: string): string {
  return (/^\s*/.exec(old)?.[0] ?? '') + names + (old.trim() ? (/\s*$/.exec(old)?.[0] ?? '') : '');
}

/** Takes a role out with the separator that joins it to the others; returns how many pieces before it went too. */
function drop(segs: Piece[], at: number): number {
  const before = segs[at - 1];
  const after = segs[at + 1];
  if (typeof before === 'string' && /^[；;，,、\s]+$/.test(before)) {
    segs.splice(at - 1, 2);
    return 2;
  }
  segs.splice(at, typeof after === 'string' && /^[；;，,、\s]+$/.test(after) ? 2 : 1);
  return 1;
}

function insert(segs: Piece[], role: 'lead' | 'assist', names: readonly string[]): void {
  const other = segs.findIndex(
    (piece) => typeof piece !== 'string' && piece.role === (role === 'lead' ? 'assist' : 'lead'),
  );
  const sibling = segs[other];
  const label = typeof sibling === 'object' ? sibling.before : role === 'lead' ? '牵头部门：' : '配合部门：';
  const unit = /(?:部门|单位|科室|处室|股室|机构|科|处|室|股)?[ \t\u3000]*[：:]$/.exec(label)?.[0] ?? '部门：';
  const seg: Seg = {
    role,
    before: (role === 'lead' ? '牵头' : '配合') + unit,
    names: names.join('、'),
    after: '',
    merely: false,
  };
  const first = segs.findIndex((piece) => typeof piece !== 'string');
  if (first < 0) segs.splice(1, 0, seg);
  else if (role === 'lead') segs.splice(first, 0, seg, '；');
  else segs.splice(other < 0 ? first : other + 1, 0, ...(other < 0 ? [seg, '；'] : ['；', seg]));
}
