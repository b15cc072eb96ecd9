// Two wordings in one line: what is gone struck out, what is new underlined; neither by colour alone.
import { rewording } from '../../shared/model/rewording.ts';

export function Rewording({ was, now }: { readonly was: string; readonly now: string }) {
  return (
    <p className="rewording">
      {rewording(was, now).map(({ is, text }, i) =>
        is === 'same' ? (
          <span key={i}>{text}</span>
        ) : is === 'gone' ? (
          <del key={i}>{text}</del>
        ) : (
          <ins key={i}>{text}</ins>
        ),
      )}
    </p>
  );
}
