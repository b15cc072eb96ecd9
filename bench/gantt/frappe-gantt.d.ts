// The package brings no types; this is what the benchmark calls.
declare module 'frappe-gantt' {
  export default class Gantt {
    constructor(host: HTMLElement, tasks: readonly object[], options: object);
    update_task(id: string, details: object): void;
  }
}
