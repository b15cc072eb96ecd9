// How far a node is, and its light: computed from dates and progress, or set by hand with a reason.
import { useState } from 'react';
import type { Light, Node } from '../../shared/model/plan.ts';
import { progressOf } from '../../shared/model/schedule.ts';
import { isSoon, plannedProgress } from '../../shared/model/lights.ts';
import {
  useCommands,
  useLightRules,
  useLightWord,
  useLights,
  useMayEdit,
  useSpans,
  useT,
  useToday,
  useWholePlan,
} from '../state/hooks.ts';
import { CoText } from './co-text.tsx';
import { LIGHTS, LightMark } from './light.tsx';

export function ProgressField({ node }: { readonly node: Node }) {
  const t = useT();
  const plan = useWholePlan();
  const today = useToday();
  const span = useSpans().get(node.id);
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  // While the thumb is held, only this page sees it move; letting go is one edit.
  const [held, setHeld] = useState<number>();
  const own = node.progress;
  const value = held ?? own ?? 0;
  const drop = (): void => {
    if (held !== undefined && held !== own) run('content.set-progress', { id: node.id, progress: held });
    setHeld(undefined);
  };
  const computed = own === undefined ? progressOf(plan, node.id) : undefined;
  return (
    <div className="line-field">
      <span className="label">{t('inspector.progress')}</span>
      <div className="row">
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={value}
          disabled={!mayEdit}
          aria-label={t('inspector.progress')}
          aria-valuetext={`${value}%`}
          style={{ '--value': `${value}%` } as React.CSSProperties}
          onChange={(event) => setHeld(Number(event.target.value))}
          onPointerUp={drop}
          onKeyUp={drop}
          onBlur={drop}
        />
        <Percent key={own ?? 'none'} node={node} readOnly={!mayEdit} />
      </div>
      <p className="hint">
        {computed !== undefined && t('inspector.progress.below', { n: computed })}
        {computed !== undefined && span && ' · '}
        {span && t('inspector.progress.planned', { n: plannedProgress(span, today) })}
      </p>
    </div>
  );
}

function Percent({ node, readOnly }: { readonly node: Node; readonly readOnly: boolean }) {
  const t = useT();
  const { run } = useCommands();
  return (
    <span className="percent">
      <input
        className="field"
        data-plan-field=""
        inputMode="numeric"
        aria-label={t('inspector.progress.number')}
        defaultValue={node.progress ?? ''}
        placeholder="—"
        readOnly={readOnly}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
        onBlur={(event) => {
          const text = event.currentTarget.value.trim().replace(/[%％]$/, '');
          const progress = text === '' ? null : Number(text);
          if (progress === (node.progress ?? null)) return;
          if (run('content.set-progress', { id: node.id, progress }))
            event.currentTarget.value = String(node.progress ?? '');
        }}
      />
      %
    </span>
  );
}

export function StatusField({ node }: { readonly node: Node }) {
  const t = useT();
  const light = useLights().get(node.id);
  const word = useLightWord();
  const today = useToday();
  const soon = isSoon(light, useSpans().get(node.id), today, useLightRules());
  const mayEdit = useMayEdit();
  const { run } = useCommands();
  const manual = node.status;
  const choose = (value: string): void => {
    if (value === '') run('content.set-status', { id: node.id, light: null });
    else run('content.set-status', { id: node.id, light: value as Light, reason: manual?.reason ?? '' });
  };
  return (
    <div className="line-field">
      <span className="label">{t('inspector.light')}</span>
      <div className="row">
        {light && <LightMark light={light} size={14} named />}
        {soon && <span className="warn-text">{t('soon')}</span>}
        <select
          className="field narrow"
          aria-label={t('inspector.light')}
          disabled={!mayEdit}
          value={manual?.light ?? ''}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{t('inspector.light.auto')}</option>
          {LIGHTS.map((each) => (
            <option key={each} value={each}>
              {t('inspector.light.set', { light: word(each) })}
            </option>
          ))}
        </select>
      </div>
      {manual && (
        <CoText
          value={manual.reason}
          commit={(reason) => void run('content.set-status', { id: node.id, light: manual.light, reason })}
          label={t('inspector.reason')}
          placeholder={t('inspector.reason')}
          readOnly={!mayEdit}
        />
      )}
    </div>
  );
}
