// What of vis-network 9 the page uses: https://visjs.github.io/vis-network/docs/network/

interface VisPoint {
  x: number;
  y: number;
}

interface VisItem {
  id: number;
}

interface VisDataSet<Item extends VisItem> {
  length: number;
  get(): Item[];
  get(id: number): Item | null;
  getIds(): number[];
  update(items: Item[]): void;
  remove(ids: number[]): void;
}

/** What stands under the pointer, and where that is on the canvas. */
interface VisPointing {
  nodes: number[];
  edges: number[];
}

interface VisHover {
  pointer: { DOM: VisPoint };
}

interface VisEvents {
  click: VisPointing;
  doubleClick: VisPointing;
  dragStart: VisPointing;
  dragging: VisPointing;
  dragEnd: VisPointing;
  zoom: unknown;
  animationFinished: unknown;
  hoverNode: VisHover & { node: number };
  hoverEdge: VisHover & { edge: number };
  blurNode: unknown;
  blurEdge: unknown;
  beforeDrawing: CanvasRenderingContext2D;
  afterDrawing: CanvasRenderingContext2D;
}

interface VisShape {
  ctx: CanvasRenderingContext2D;
  id: number;
  x: number;
  y: number;
  state: { hover: boolean };
}

interface VisOptions {
  physics?: { enabled: boolean; solver?: string; stabilization?: boolean };
  layout?: { improvedLayout: boolean };
  interaction?: Record<"hover" | "selectConnectedEdges" | "hideEdgesOnDrag" | "keyboard", boolean>;
  nodes?: {
    shape?: "custom";
    chosen?: boolean;
    label?: undefined;
    ctxRenderer?: (shape: VisShape) => { drawNode: () => void };
  };
  edges?: { arrowStrikethrough: boolean; chosen: boolean; smooth: boolean; hoverWidth: number };
}

interface VisNetwork {
  on<Name extends keyof VisEvents>(name: Name, listener: (told: VisEvents[Name]) => void): void;
  setOptions(options: VisOptions): void;
  redraw(): void;
  getScale(): number;
  getViewPosition(): VisPoint;
  getPosition(id: number): VisPoint;
  getPositions(): Record<number, VisPoint>;
  canvasToDOM(point: VisPoint): VisPoint;
  moveTo(to: {
    position: VisPoint;
    scale: number;
    animation: false | { duration: number; easingFunction: string };
  }): void;
}

interface Vis {
  DataSet: new <Item extends VisItem>() => VisDataSet<Item>;
  Network: new <NodeItem extends VisItem, EdgeItem extends VisItem>(
    stage: HTMLElement,
    data: { nodes: VisDataSet<NodeItem>; edges: VisDataSet<EdgeItem> },
    options: VisOptions,
  ) => VisNetwork;
}

/** The script before the page's own brings it. */
declare var vis: Vis;
