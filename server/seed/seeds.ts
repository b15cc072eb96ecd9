// The two plans a fresh house begins with: the official text as it is, and the sample laid over it.
import type { Seed } from '../../shared/doc/found.ts';
import { toOutline } from '../../shared/yaodian/draft.ts';
import { parse } from '../../shared/yaodian/parse.ts';
import { sampleSeed } from './sample.ts';
import { QINGPU_2019 } from './text.ts';

export function seeds(): { readonly official: Seed; readonly sample: Seed } {
  const { meta, children } = toOutline(parse(QINGPU_2019));
  const official: Seed = { meta, outlines: children };
  return { official, sample: sampleSeed(official) };
}
