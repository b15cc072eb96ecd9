// One paragraph of the sheet: its pieces in order, the words among them to be typed into, the bracket to be picked from.
import type { CSSProperties, KeyboardEvent } from 'react';
import type { Id } from '../../../shared/model/plan.ts';
import { ROOT } from '../../../shared/model/plan.ts';
import type { Peer } from '../../state/presence.ts';
import type { Facts } from '../list/columns.ts';
import { MarginEntry, standsInMargin } from './margin.tsx';
import { bracketRuns, PREAMBLE } from './sheet.ts';
import type { Paragraph, Piece, TextKey } from './sheet.ts';
import { Words } from './words.tsx';
import type { Writing } from './words.tsx';

interface Props {
  readonly paragraph: Paragraph;
  readonly facts: Facts;
  readonly mayEdit: boolean;
  readonly writing: Writing | null;
  readonly selected: readonly Id[];
  /** Says which nodes a search or filter means; none while there is none. */
  readonly hits: ((id: Id) => boolean) | undefined;
  readonly peersAt: ReadonlyMap<Id, readonly Peer[]>;
  readonly narrow: boolean;
  readonly hold: () => () => void;
  readonly commit: (field: TextKey, text: string) => void;
  readonly onKey: (event: KeyboardEvent, field: TextKey, at: { caret: number; length: number }) => boolean;
  readonly onLeave: (field: TextKey) => void;
}

export function TextParagraph(props: Props) {
  const { paragraph, facts, narrow, selected, peersAt } = props;
  const { kind, pieces } = paragraph;
  const Tag = kind === 'title' ? 'h1' : kind === 'section' ? 'h2' : 'p';
  const nodes = [...new Set(pieces.flatMap(({ node }) => node ?? []))];
  const entries = narrow ? nodes.filter((id) => standsInMargin(facts.plan, id)) : [];
  return (
    <>
      <Tag className={`para ${kind}`}>
        {pieces.map((piece, index) => (
          <PieceView
            key={piece.key}
            {...props}
            piece={piece}
            // Behind the last piece of what has no bracket, its lead can be picked.
            closes={
              piece.node !== undefined &&
              pieces[index + 1]?.node !== piece.node &&
              !pieces.some(({ node, part }) => node === piece.node && part === 'bracket')
            }
          />
        ))}
      </Tag>
      {entries.length > 0 && (
        <div className="margin under">
          {entries.map((id) => (
            <MarginEntry key={id} id={id} facts={facts} selected={selected.includes(id)} peers={peersAt.get(id)} />
          ))}
        </div>
      )}
    </>
  );
}

function PieceView(props: Props & { readonly piece: Piece; readonly closes: boolean }) {
  const { piece, facts, mayEdit, writing, selected, hits, peersAt, closes } = props;
  const { node: id, field, part, text, from } = piece;
  if (part === 'space' && /[\n\r]/.test(text) && text.trim() === '') return null;
  const node = id === undefined ? undefined : facts.plan.nodes.get(id);
  const [peer] = (id !== undefined && peersAt.get(id)) || [];
  const data = {
    'data-from': from,
    ...(id !== undefined && {
      'data-node': id,
      'data-selected': selected.includes(id),
      'data-ringed': peer !== undefined,
      'data-dim': hits !== undefined && node !== undefined && !hits(id),
    }),
  };
  const style = peer ? ({ '--ring': peer.user.color } as CSSProperties) : undefined;
  if (field !== undefined)
    return (
      <>
        <Words
          id={`text-${field}`}
          value={valueOf(facts, field)}
          caret={writing?.field === field ? writing.caret : null}
          label={labelOf(facts, field)}
          placeholder={placeholderOf(facts, field)}
          readOnly={!mayEdit}
          data={{ ...data, 'data-words': field, 'data-kind': node?.kind }}
          style={style}
          hold={props.hold}
          commit={(words) => props.commit(field, words)}
          onKey={(event, at) => props.onKey(event, field, at)}
          onLeave={() => props.onLeave(field)}
        />
        {closes && <AddLead {...props} />}
      </>
    );
  return (
    <>
      <span className={`piece ${part}`} style={style} {...data}>
        {part === 'bracket' && node
          ? bracketRuns(facts.plan, node, text).map((run, index) =>
              run.office === undefined ? (
                run.text
              ) : (
                // Not a button: the text of one cannot be selected. The keys are the page's.
                <span key={index} className="office" data-pick={run.role}>
                  {run.text}
                </span>
              ),
            )
          : text}
      </span>
      {closes && <AddLead {...props} />}
    </>
  );
}

/** Offered behind a selected clause without bracket: it names nobody, or its own words do. It holds no text, so no copy can hold it. */
function AddLead({ piece, facts, mayEdit, selected }: Props & { readonly piece: Piece }) {
  const node = piece.node === undefined ? undefined : facts.plan.nodes.get(piece.node);
  if (!mayEdit || node?.kind !== 'clause' || !selected.includes(node.id)) return null;
  const label = facts.t(node.lead.size + node.assist.size > 0 ? 'text.change-lead' : 'text.add-lead');
  return (
    <span
      className="add-lead"
      role="button"
      tabIndex={-1}
      data-pick="lead"
      data-node={node.id}
      data-label={label}
      aria-label={label}
    />
  );
}

function valueOf({ plan }: Facts, field: TextKey): string {
  if (field === ROOT) return plan.meta.title;
  return field === PREAMBLE ? plan.meta.preamble : (plan.nodes.get(field)?.title ?? '');
}

function labelOf({ plan, t, numbers }: Facts, field: TextKey): string {
  if (field === ROOT) return t('text.title');
  if (field === PREAMBLE) return t('text.preamble');
  const kind = plan.nodes.get(field)?.kind ?? 'clause';
  return `${t(`kind.${kind}`)} ${numbers.get(field)?.label ?? ''}`.trim();
}

function placeholderOf({ plan, t }: Facts, field: TextKey): string {
  if (field === ROOT) return t('text.title.empty');
  if (field === PREAMBLE) return t('text.preamble.empty');
  const kind = plan.nodes.get(field)?.kind;
  return t(kind === 'section' || kind === 'item' ? `text.${kind}.empty` : 'text.clause.empty');
}
