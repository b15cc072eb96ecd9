// What the benchmark calls of those it measures against, so that it is checked without them being installed. They bring more.

declare module '*.css';

declare module 'dhtmlx-gantt' {
  interface Task {
    start_date?: Date | undefined;
    end_date?: Date | undefined;
  }
  export const gantt: {
    readonly config: object;
    init(host: HTMLElement): void;
    parse(given: { readonly data: readonly object[]; readonly links: readonly object[] }): void;
    scrollTo(left: number | null, top: number | null): void;
    getTask(id: string): Task;
    updateTask(id: string): void;
  };
}

declare module '@svar-ui/react-gantt' {
  import type { ComponentType, ReactNode } from 'react';
  export type ITask = object;
  export interface IApi {
    exec(action: string, given: object): Promise<unknown>;
  }
  export const Willow: ComponentType<{ fonts: boolean; children: ReactNode }>;
  export const Gantt: ComponentType<{
    init: (api: IApi) => void;
    tasks: readonly ITask[];
    links: readonly object[];
    columns: readonly object[];
    scales: readonly object[];
    start: Date;
    end: Date;
    cellWidth: number;
    cellHeight: number;
    scaleHeight: number;
  }>;
}

declare module 'frappe-gantt' {
  export default class Gantt {
    constructor(host: HTMLElement, tasks: readonly object[], options: object);
    update_task(id: string, details: object): void;
  }
}

declare module '@xyflow/react' {
  import type { ComponentType, ReactNode } from 'react';
  interface Point {
    x: number;
    y: number;
  }
  export interface Node {
    id: string;
    position: Point;
    width?: number;
    height?: number;
    hidden?: boolean;
    data: object;
  }
  export interface Edge {
    id: string;
    source: string;
    target: string;
    hidden?: boolean;
  }
  type Viewport = Point & { zoom: number };
  export interface ReactFlowInstance {
    setNodes(next: (all: Node[]) => Node[]): void;
    setEdges(next: (all: Edge[]) => Edge[]): void;
    updateNodeData(id: string, data: object): void;
    getViewport(): Viewport;
    setViewport(to: Viewport): Promise<boolean>;
    zoomTo(scale: number): Promise<boolean>;
  }
  export const Background: ComponentType;
  export const ReactFlowProvider: ComponentType<{ children: ReactNode }>;
  export const ReactFlow: ComponentType<{
    defaultNodes: Node[];
    defaultEdges: Edge[];
    onlyRenderVisibleElements: boolean;
    defaultViewport: Viewport;
    minZoom: number;
    onInit: (made: ReactFlowInstance) => void;
    children: ReactNode;
  }>;
}

declare module 'jsmind' {
  const JsMind: new (options: object) => {
    show(mind: unknown): void;
    update_node(id: string, topic: string): void;
    collapse_all(): void;
    expand_to_depth(depth: number): void;
    expand_all(): void;
    readonly view: { setZoom?(scale: number): void; set_zoom?(scale: number): void };
  };
  export default JsMind;
}

declare module 'mind-elixir' {
  export interface NodeObj {
    id: string;
    topic: string;
    children?: NodeObj[];
  }
  export type Topic = HTMLElement;
  export interface MindElixirInstance {
    init(data: { nodeData: NodeObj }): void;
    toCenter(): void;
    setNodeTopic(topic: Topic, title: string): Promise<void>;
    move(dx: number, dy: number): void;
    scale(to: number): void;
    expandNode(topic: Topic, open: boolean): void;
    expandNodeAll(topic: Topic, open: boolean): void;
  }
  const MindElixir: (new (options: object) => MindElixirInstance) & { readonly SIDE: 2 };
  export default MindElixir;
}

declare module 'markmap-common' {
  export interface INode {
    readonly content: string;
  }
}

declare module 'markmap-view' {
  import type { INode } from 'markmap-common';
  export class Markmap {
    static create(svg: SVGElement, options: object): Markmap;
    setData(root: object): Promise<void>;
    centerNode(node: INode): Promise<void>;
    readonly state: { readonly data?: INode };
    readonly svg: { call(act: unknown, ...given: readonly unknown[]): unknown };
    readonly zoom: { readonly translateBy: unknown; readonly scaleTo: unknown };
  }
}
