// What stands on screen while a plan is on its way: the frame's own shape, no spinner.
import { useT } from '../state/hooks.ts';

const BARS = [
  [4, 30],
  [10, 22],
  [18, 40],
  [8, 16],
  [26, 34],
  [40, 28],
  [34, 44],
  [52, 20],
  [48, 36],
  [60, 30],
] as const;

export function PlanSkeleton() {
  const t = useT();
  return (
    <div className="app" aria-busy="true">
      <p className="sr" role="status">
        {t('loading')}
      </p>
      <div className="topbar" aria-hidden="true">
        <span className="skeleton" style={{ width: 24, height: 24 }} />
        <span className="skeleton" style={{ width: 220, height: 16 }} />
      </div>
      <div className="body" aria-hidden="true">
        <div className="ghost-stage">
          {BARS.map(([left, width]) => (
            <span
              key={`${left} ${width}`}
              className="skeleton"
              style={{ marginLeft: `${left}%`, width: `${width}%`, height: 22 }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
