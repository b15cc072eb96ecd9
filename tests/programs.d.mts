// The types of programs.mjs, which stays plain JavaScript so that Node 20 runs it before anything is built.
export type Program = 'soffice' | 'pdftotext' | 'xmllint' | 'unzip' | 'jsonschema' | 'fc-list';
export function present(name: Program): boolean;
export function allPresent(names: readonly Program[], otherwise: string): boolean;
