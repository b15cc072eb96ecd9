// One row of the list: what its cells show. Knows no keys and edits nothing; presses are told upward by column.
import { ChevronDown, ChevronRight, FileText } from 'lucide-react';
import { memo, use } from 'react';
import type { CSSProperties, MouseEvent } from 'react';
import { shortTitle } from '../../../shared/layout/label.ts';
import type { Row } from '../../../shared/layout/rows.ts';
import { hueOf } from '../../../shared/layout/theme.ts';
import { calendarOf } from '../../../shared/model/almanac.ts';
import { workingDaysBetween } from '../../../shared/model/calendar.ts';
import type { Node } from '../../../shared/model/plan.ts';
import { progressOf } from '../../../shared/model/schedule.ts';
import { ICON } from '../../parts/icon.ts';
import { DrawnContext } from '../../parts/scene.tsx';
import { LightMark } from '../../parts/light.tsx';
import type { Peer } from '../../state/presence.ts';
import { Flags } from '../text/flags.tsx';
import { FROZEN } from '../../../shared/layout/listing.ts';
import type { ColumnName } from '../../../shared/layout/listing.ts';
import type { Heading } from '../../../shared/layout/arrange.ts';
import { HEAD } from './anchored.ts';
import { cellText, isGroup, itemOf } from '../../../shared/layout/cells.ts';
import { groupLeads } from './cells.ts';
import { quarterPoints } from '../../../shared/layout/quarter-points.ts';
import type { Column, Facts } from './columns.ts';
import { CellWaiting, waitingColumns } from './waiting.tsx';
import { HEADING } from './walk.ts';

export const cellId = (id: string, column: ColumnName): string => `list-${id}-${column}`;

interface Props {
  readonly row: Row;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly facts: Facts;
  readonly columns: readonly Column[];
  readonly selected: boolean;
  /** The columns of the range, when the row is in it; else -1. */
  readonly left: number;
  readonly right: number;
  /** The rows beside it are in the range too. */
  readonly above: boolean;
  readonly below: boolean;
  /** The range is more than one cell. */
  readonly many: boolean;
  /** Letting go of the range's corner would fill it. */
  readonly filling: boolean;
  /** Its range is drawn out by a finger, at two corners. */
  readonly corners: boolean;
  /** It can be moved by hand. */
  readonly grip: boolean;
  /** The column the cursor is in, when it is in this row. */
  readonly cursor: ColumnName | undefined;
  readonly peers: readonly Peer[] | undefined;
  readonly onPress: (event: MouseEvent, row: Row, column: ColumnName) => void;
  readonly onOpen: (row: Row, column: ColumnName) => void;
  readonly onFold: (row: Row) => void;
  /** The range's lower right corner is pressed. */
  readonly onHandle: ((event: MouseEvent) => void) | undefined;
}

export const ListRow = memo(function ListRow(props: Props) {
  const { row, index, top, height, facts, columns, selected, cursor, peers, left, right, above, below } = props;
  use(DrawnContext)?.(row.id);
  const node = facts.plan.nodes.get(row.id);
  if (!node) return null;
  const [first] = peers ?? [];
  const waits = waitingColumns(facts, row.id, columns);
  return (
    <div
      className="list-row"
      data-kind={row.kind}
      role="row"
      data-node={row.id}
      aria-rowindex={index + 2}
      aria-level={row.depth + 1}
      aria-selected={selected}
      {...(row.branch && { 'aria-expanded': !row.folded })}
      data-selected={selected}
      data-filling={props.filling}
      style={
        {
          height,
          top: HEAD + top,
          '--edge': `var(--hue${hueOf(row.section)}-edge)`,
          '--mark': `var(--hue${hueOf(row.section)}-ink)`,
          ...(first && { '--ring': first.user.color }),
        } as CSSProperties
      }
      data-ringed={first !== undefined}
    >
      {columns.map(({ name, width }, at) => (
        // Keys reach every cell through the field that holds the focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={name}
          id={cellId(row.id, name)}
          className="list-cell"
          data-column={name}
          role="gridcell"
          aria-colindex={at + 1}
          data-cursor={cursor === name || undefined}
          {...(at >= left &&
            at <= right &&
            props.many && { 'data-in': true, 'data-edge': edges(at, left, right, above, below) })}
          style={{ width, ...(at < FROZEN && { left: at === 0 ? 0 : columns[0]!.width }) }}
          onMouseDown={(event) => props.onPress(event, row, name)}
          onDoubleClick={() => props.onOpen(row, name)}
        >
          <CellBody {...props} node={node} column={name} />
          {waits.includes(name) && <CellWaiting facts={facts} id={row.id} />}
          {name === 'title' && peers && <Flags peers={peers} />}
          {props.corners && at === left && !above && <span className="list-corner" data-corner="start" />}
          {props.corners && at === right && !below && <span className="list-corner" data-corner="end" />}
          {at === right && !below && props.onHandle && (
            // Ctrl+D fills down by key.
            // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
            <span className="list-handle" onMouseDown={props.onHandle} />
          )}
        </div>
      ))}
    </div>
  );
});

/** Which sides of the range run along this cell. */
function edges(at: number, left: number, right: number, above: boolean, below: boolean): string {
  return `${above ? '' : 't'}${below ? '' : 'b'}${at === left ? 'l' : ''}${at === right ? 'r' : ''}`;
}

interface HeadingProps {
  readonly heading: Heading;
  readonly top: number;
  readonly width: number;
  readonly facts: Facts;
}

/** Above the rows that belong together. */
export function HeadingRow({ heading: { label, count }, top, width, facts: { t } }: HeadingProps) {
  return (
    <div className="list-heading" role="row" style={{ height: HEADING, width, top: HEAD + top }}>
      <span role="rowheader">
        {label}
        <span className="count">{t('list.count', { n: count })}</span>
      </span>
    </div>
  );
}

function CellBody({
  row,
  facts,
  node,
  column,
  grip,
  onFold,
}: Props & { readonly node: Node; readonly column: ColumnName }) {
  const { t, lang, plan } = facts;
  const text = cellText(facts, node, column);
  const group = isGroup(node);
  switch (column) {
    case 'mark':
      return (
        <>
          {grip && <span className="list-grip" data-node={row.id} data-part="row" aria-hidden="true" />}
          <Knob row={row} facts={facts} onFold={onFold} />
          <span className="list-number">
            {row.kind === 'milestone' ? <span aria-label={t('kind.milestone')}>◆</span> : text}
          </span>
        </>
      );
    case 'title':
      return (
        <span className="list-title" title={node.kind === 'clause' ? node.title : undefined}>
          {group || text === '' ? shortTitle(node, lang) : text}
        </span>
      );
    case 'lead':
      return group && text === '' ? (
        <span className="list-quiet" title={groupLeads(plan, node.id)} />
      ) : (
        <span className={text ? 'list-names' : 'list-missing'}>
          {text || (node.kind === 'clause' && t('list.no-lead'))}
        </span>
      );
    case 'start':
      return !facts.spans.has(node.id) && !node.due ? (
        <span className="list-missing">{t('list.undated')}</span>
      ) : (
        <span>{text}</span>
      );
    case 'item': {
      const item = itemOf(plan, node.id);
      return (
        <span className="list-names" title={item?.title}>
          {item ? shortTitle(item, lang) : ''}
        </span>
      );
    }
    case 'quarters':
      return node.kind === 'section' ? null : <Quarters facts={facts} node={node} />;
    case 'slack':
    case 'was':
    case 'deviation':
    case 'was2':
    case 'deviation2':
      return <span>{text}</span>;
    case 'days':
      return <span {...unknownYear(facts, node)}>{text}</span>;
    case 'progress':
      return (
        <Progress
          value={progressOf(plan, node.id)}
          own={node.progress !== undefined}
          point={node.kind === 'milestone'}
        />
      );
    case 'light':
      return <LightCell facts={facts} node={node} />;
    case 'note':
      return node.noted ? (
        <>
          <FileText {...ICON} />
          <span className="sr">{text}</span>
        </>
      ) : null;
    case 'chief':
    case 'duty':
    case 'assist':
    case 'issue':
    case 'deliverable':
      return text === '' ? null : (
        <span className="list-names" title={text}>
          {text}
        </span>
      );
    case 'end':
      return <span title={node.due?.words}>{text}</span>;
  }
}

const QUARTERS = [1, 2, 3, 4] as const;

/** Four places for the year's milestones; which ones, on hover and to a screen reader. */
function Quarters({ facts: { plan, t }, node }: { readonly facts: Facts; readonly node: Node }) {
  const points = quarterPoints(plan, node.id);
  if (points.length === 0) return null;
  return (
    <span className="list-quarters" title={points.map(({ text }) => text).join('\n')}>
      {QUARTERS.map((q) => {
        const here = points.filter(({ quarter }) => quarter === q);
        return (
          <span key={q} data-has={here.length > 0}>
            {t('list.quarter', { n: q })}
            <b aria-hidden="true">{here.length > 0 ? '◆'.repeat(Math.min(3, here.length)) : ''}</b>
            <span className="sr">{here.map(({ text }) => text).join('；')}</span>
          </span>
        );
      })}
    </span>
  );
}

function Knob({ row, facts: { t }, onFold }: Pick<Props, 'row' | 'facts' | 'onFold'>) {
  if (!row.branch) return <span className="list-knob" />;
  const Sign = row.folded ? ChevronRight : ChevronDown;
  return (
    <button
      type="button"
      className="list-knob"
      tabIndex={-1}
      aria-label={row.folded ? t('list.unfold', { n: row.hidden }) : t('list.fold')}
      onMouseDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onClick={() => onFold(row)}
    >
      <Sign {...ICON} />
    </button>
  );
}

interface ProgressProps {
  readonly value: number | undefined;
  readonly own: boolean;
  /** A milestone is reached or not; it has no bar. */
  readonly point: boolean;
}

function Progress({ value, own, point }: ProgressProps) {
  if (point) return value === undefined ? null : <span className="list-point">{value}%</span>;
  if (value === undefined) return <span className="list-missing">—</span>;
  return (
    <span className="list-progress" data-own={own}>
      <span className="list-bar" aria-hidden="true">
        <span style={{ width: `${value}%` }} />
      </span>
      {value}%
    </span>
  );
}

function LightCell({ facts, node }: { readonly facts: Facts; readonly node: Node }) {
  const light = facts.lights.get(node.id) ?? 'todo';
  return (
    <span className="list-light" title={node.status?.reason || undefined}>
      <LightMark light={light} named />
    </span>
  );
}

function unknownYear({ plan, spans, t }: Facts, node: Node): { readonly title?: string } {
  const span = spans.get(node.id);
  return span && node.kind !== 'milestone' && workingDaysBetween(span, calendarOf(plan)) === undefined
    ? { title: t('list.unknown-year') }
    : {};
}
