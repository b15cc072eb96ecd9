// A document that is a table.
import type { Hand } from './hand.ts';
import { itemTitle, joinNames, mark, sentence, trueClause, who } from './manner.ts';
import type { Manner, Tree, Who } from './manner.ts';
import type { Composed } from './truth.ts';
import { NAME, PEOPLE, PERSON_WORDS, TIME_WORDS } from './vocabulary.ts';

export function tabled(hand: Hand, manner: Manner): Composed {
  const tree: Tree = { sections: [], items: [], lines: [] };
  const groups = hand.choose('groups', ['merged', 'repeated', 'heading rows', 'none']);
  const titled = hand.chance(0.5);
  const assist = !manner.first;
  /** 责任人及科室 in one column. */
  const mixed = assist && hand.chance(0.15);
  const person = mixed || hand.chance(0.4);
  const time = hand.chance(0.7);
  const lead = mixed
    ? hand.pick(['责任人及科室', '责任单位/责任人', '责任部门（责任人）'])
    : manner.leadWord === '牵头'
      ? '牵头单位'
      : manner.leadWord;
  const help = manner.assistWord.length === 2 ? '配合单位' : manner.assistWord;
  const grouped = groups === 'merged' || groups === 'repeated';
  const columns = [
    '序号',
    ...(grouped ? [hand.pick(['工作类别', '重点工作', '项目'])] : []),
    ...(titled ? [hand.pick(['重点任务', '任务名称'])] : []),
    hand.pick(['具体任务', '工作内容', '主要措施']),
    ...(person && !mixed ? [hand.pick(PERSON_WORDS)] : []),
    lead,
    ...(assist ? [help] : []),
    ...(time ? [hand.pick(TIME_WORDS)] : []),
    ...(hand.chance(0.3) ? ['备注'] : []),
  ];
  const rows: string[][] = [columns];
  let n = 0;
  for (let s = 0; s < (groups === 'none' ? 1 : 2 + hand.upTo(2)); s++) {
    const title = groups === 'none' ? '' : itemTitle(hand);
    const section = groups === 'none' ? null : tree.sections.length;
    if (section !== null) tree.sections.push({ number: section + 1, title, level: 1, parent: null });
    if (groups === 'heading rows')
      rows.push([`${mark('一、', section! + 1)}${title}`, ...columns.slice(1).map(() => '')]);
    const count = 1 + hand.upTo(3);
    for (let i = 0; i < count; i++) {
      n++;
      const them = who(hand, mixed ? { ...manner, roles: 'sentence' } : manner);
      const leaders = mixed ? [hand.pick(PEOPLE)] : them.leaders;
      const shown: Who = {
        lead: them.lead,
        assist: assist || manner.first ? them.assist : [],
        leaders: person ? leaders : [],
        time: time ? them.time : undefined,
      };
      const text = sentence(hand);
      const name = titled ? itemTitle(hand) : [...text].slice(0, 20).join('');
      tree.items.push({ number: n, title: name, section, clauses: [trueClause(text, shown)] });
      const leads = manner.first ? [...shown.lead, ...shown.assist] : shown.lead;
      const cells: Record<string, string> = {};
      rows.push(
        columns.map((column, c) => {
          if (c === 0) return String(n);
          if (grouped && c === 1) return groups === 'repeated' || i === 0 ? title : '';
          if (titled && c === (grouped ? 2 : 1)) return name;
          if (c === (grouped ? 1 : 0) + (titled ? 1 : 0) + 1) return text + hand.pick(['', '。']);
          if (column === lead && mixed) return both(hand, lead, leads, shown.leaders[0]!);
          if (column === lead) return joinNames(manner, leads);
          if (column === help)
            return shown.assist.length > 0 && assist ? joinNames(manner, shown.assist) : hand.pick(['', '无', '—']);
          if (TIME_WORDS.includes(column)) return shown.time?.[0] ?? hand.pick(['', '—']);
          if (PERSON_WORDS.includes(column)) return shown.leaders.join('、');
          return cells[column] ?? '';
        }),
      );
    }
  }
  const place = hand.pick(NAME);
  const title = `2019年${place}教育重点工作任务清单`;
  const rule = manner.first ? ['注：责任单位列第一位的为牵头单位。'] : [];
  hand.made['frame'] = 'table';
  const head = assist && hand.chance(0.2) ? twoRows(hand, columns, lead, help) : [columns];
  rows.splice(0, 1, ...head);
  const drawn = hand.choose('drawn', ['tabs', 'tabs', 'trimmed', 'pipes']);
  const lines = rows.map((row) => {
    if (drawn === 'pipes') return `| ${row.join(' | ')} |`;
    return drawn === 'trimmed' ? row.join('\t').replace(/\t+$/, '') : row.join('\t');
  });
  if (drawn === 'pipes') lines.splice(head.length, 0, `|${columns.map(() => '---|').join('')}`);
  return {
    text: [title, ...lines, ...rule].join('\n'),
    truth: { title, year: 2019, sections: tree.sections, items: tree.items },
    made: hand.made,
  };
}

/** One cell for offices and their person. */
function both(hand: Hand, column: string, offices: readonly string[], person: string): string {
  if (column.includes('（')) return `${offices.join('、')}（${person}）`;
  return hand.pick([`${offices.join('、')}、${person}`, `${person}、${offices.join('、')}`]);
}

/** 责任分工 over both columns of offices; its merging kept, or lost. */
function twoRows(hand: Hand, columns: readonly string[], lead: string, help: string): string[][] {
  const kept = hand.chance(0.5);
  const ours = (column: string): boolean => column === lead || column === help;
  const upper = columns.map((column) =>
    column === lead ? '责任分工' : column === help ? (kept ? '责任分工' : '') : column,
  );
  return [upper, columns.map((column) => (ours(column) || kept ? column : ''))];
}
