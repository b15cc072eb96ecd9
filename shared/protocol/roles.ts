// Which role may do what. Used by the server to refuse and by the client to grey out.

export type RoleName = 'viewer' | 'editor' | 'chair';

export type Act =
  | 'read'
  | 'edit'
  | 'export'
  /** Make invitation links, rename the plan, empty the bin. */
  | 'host'
  /** Make new plans. */
  | 'found';

const MAY: Readonly<Record<RoleName, readonly Act[]>> = {
  viewer: ['read', 'export'],
  editor: ['read', 'export', 'edit'],
  chair: ['read', 'export', 'edit', 'host', 'found'],
};

export function may(role: RoleName, act: Act): boolean {
  return MAY[role].includes(act);
}

export function isRole(value: unknown): value is RoleName {
  return value === 'viewer' || value === 'editor' || value === 'chair';
}
