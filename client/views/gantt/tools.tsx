// The corner controls of the Gantt: fit, zoom, today on the left; on the right one line of what the selected thing can do.
import { CalendarCheck2, GraduationCap, Maximize2, Minus, Plus, Route } from 'lucide-react';
import { memo, useCallback } from 'react';
import { ZOOMS } from '../../../shared/layout/timescale.ts';
import type { Zoom } from '../../../shared/layout/timescale.ts';
import { schoolOf } from '../../../shared/model/almanac.ts';
import { daysOf } from '../../../shared/model/schedule.ts';
import type { Id, Plan } from '../../../shared/model/plan.ts';
import type { CommandId } from '../../commands/all.ts';
import { printKey } from '../../commands/keys.ts';
import type { TextKey } from '../../i18n/t.ts';
import { ICON } from '../../parts/icon.ts';
import { LooksButton } from '../../parts/looks.tsx';
import { Tip } from '../../parts/tip.tsx';
import { LanesPick } from './lanes-pick.tsx';
import { useCommands, useMayEdit, usePlan, useT, useToday, useView } from '../../state/hooks.ts';

export const Tools = memo(function Tools({
  zoom,
  zoomTo,
}: {
  readonly zoom: Zoom;
  readonly zoomTo: (zoom: Zoom) => void;
}) {
  const t = useT();
  const school = useView((view) => view.school);
  const critical = useView((view) => view.critical);
  const today = useToday();
  const known = usePlan(useCallback((plan: Plan) => schoolOf(plan, daysOf(plan, today)).length > 0, [today]));
  return (
    <div className="gantt-tools" role="toolbar" aria-label={t('gantt.tools')}>
      <Tool id="view.fit" icon={<Maximize2 {...ICON} />} />
      <i />
      <Tool id="view.zoom-out" icon={<Minus {...ICON} />} />
      <select aria-label={t('gantt.zoom')} value={zoom} onChange={(event) => zoomTo(event.target.value as Zoom)}>
        {ZOOMS.map((name) => (
          <option key={name} value={name}>
            {t(`gantt.zoom.${name}`)}
          </option>
        ))}
      </select>
      <Tool id="view.zoom-in" icon={<Plus {...ICON} />} />
      <i />
      <Tool id="view.today" icon={<CalendarCheck2 {...ICON} />} />
      <i />
      <LooksButton face="gantt" />
      <LanesPick />
      {known && <Tool id="chart.school" icon={<GraduationCap {...ICON} />} pressed={school} />}
      <Tool id="links.critical" icon={<Route {...ICON} />} pressed={critical} />
    </div>
  );
});

function Tool({
  id,
  icon,
  pressed,
}: {
  readonly id: CommandId & keyof typeof NAMES;
  readonly icon: React.ReactNode;
  /** Of what is switched on and off. */
  readonly pressed?: boolean;
}) {
  const t = useT();
  const { run, keysOf } = useCommands();
  const [key] = keysOf(id);
  const name = t(NAMES[id]);
  return (
    <Tip text={name} keys={key && printKey(key)}>
      <button
        type="button"
        className="button small icon"
        aria-label={name}
        aria-pressed={pressed}
        onClick={() => run(id)}
      >
        {icon}
      </button>
    </Tip>
  );
}

const NAMES = {
  'view.fit': 'cmd.view.fit',
  'view.zoom-out': 'cmd.view.zoom-out',
  'view.zoom-in': 'cmd.view.zoom-in',
  'view.today': 'cmd.view.today',
  'chart.school': 'chart.school',
  'links.critical': 'chart.critical',
} satisfies Partial<Record<CommandId, TextKey>>;

export function Hint({ plan, dated }: { readonly plan: Plan; readonly dated: (id: Id) => boolean }) {
  const t = useT();
  const mayEdit = useMayEdit();
  const selected = useView((view) => view.selected);
  return <p className="gantt-hint">{t(hintOf(plan, selected, dated, mayEdit), { n: selected.length })}</p>;
}

function hintOf(plan: Plan, selected: readonly Id[], dated: (id: Id) => boolean, mayEdit: boolean): TextKey {
  if (!mayEdit) return 'gantt.hint.read';
  if (selected.length > 1) return 'gantt.hint.many';
  const node = plan.nodes.get(selected[0] ?? '');
  if (!node) return 'gantt.hint.none';
  if (!dated(node.id)) return node.kind === 'section' ? 'gantt.hint.none' : 'gantt.hint.undated';
  if (node.kind === 'milestone') return 'gantt.hint.milestone';
  if (node.kind === 'section' || node.kind === 'item') return 'gantt.hint.summary';
  // A clause or task has a time limit of its own, whatever is below it.
  return node.span ? 'gantt.hint.bar' : 'gantt.hint.own';
}
