// Hands a plan over as a file, made here in the browser. Which formats exist is known by the exporters' own registry.
import type { Connection } from './connection.ts';
import type { ViewStore } from './view-store.ts';

export const EXPORTS: readonly { readonly id: string; readonly titleKey: string; readonly ext: string }[] = [];

export async function runExport(_format: string, _connection: Connection, _view: ViewStore): Promise<void> {
  throw new Error('no exporter is registered');
}
