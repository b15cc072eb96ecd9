// The tabs of the settings panel, in order. A tab is one file; this is the one list of them.
import type { ComponentType } from 'react';
import type { TextKey } from '../../i18n/t.ts';
import { FollowingTab } from './following.tsx';
import { FontsTab } from './fonts.tsx';
import { HolidaysTab } from './holidays.tsx';
import { MarkersTab } from './markers.tsx';
import { TermsTab } from './terms.tsx';

interface Tab {
  readonly id: string;
  readonly title: TextKey;
  readonly Body: ComponentType;
}

export const TABS: readonly Tab[] = [
  { id: 'holidays', title: 'set.holidays', Body: HolidaysTab },
  { id: 'terms', title: 'set.terms', Body: TermsTab },
  { id: 'markers', title: 'set.markers', Body: MarkersTab },
  { id: 'following', title: 'set.following', Body: FollowingTab },
  { id: 'fonts', title: 'set.fonts', Body: FontsTab },
];
