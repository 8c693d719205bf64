/** Where the boxes and lines of a graph stand. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<number, Box>;
  readonly lines: readonly Line[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  /** The place of the edge in what was given. */
  readonly edge: number;
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
  readonly anchor: 'start' | 'middle';
}

interface Edge {
  readonly from: number;
  readonly to: number;
}

const boxWidth = 200;
const boxGap = 28;
const layerGap = 46;
const portHeight = 15;
const labelRoom = 120;
const laneGap = 9;
const margin = 12;

/**
 * Lays a graph out from top to bottom in layers, by the fewest moves from the first node. A line to the
 * next layer goes straight down; every other one leaves at the right and runs in a lane of its own, so
 * that no line crosses a box.
 */
export function layeredLayout(
  nodes: readonly { readonly id: number; readonly height: number }[],
  edges: readonly Edge[],
): Layout {
  const rank = ranksOf(
    nodes.map(({ id }) => id),
    edges,
  );
  const layers = layersOf(
    nodes.map(({ id }) => id),
    rank,
    edges,
  );
  const isDown = ({ from, to }: Edge): boolean => (rank.get(to) ?? 0) === (rank.get(from) ?? 0) + 1;
  const sides = new Map<number, number>();
  for (const edge of edges.filter((each) => !isDown(each))) {
    for (const end of [edge.from, edge.to]) sides.set(end, (sides.get(end) ?? 0) + 1);
  }
  const heights = new Map(
    nodes.map(({ id, height }) => [id, Math.max(height, (sides.get(id) ?? 0) * portHeight + 8)]),
  );
  const inner = Math.max(...layers.map(({ length }) => length)) * (boxWidth + boxGap) - boxGap;
  const boxes = boxesOf(layers, heights, inner);
  const height = Math.max(...[...boxes.values()].map((box) => box.y + box.height)) + margin;
  const { lines, right } = linesOf(edges, isDown, boxes, margin + inner);
  return { width: right + margin, height, boxes, lines };
}

function ranksOf(ids: readonly number[], edges: readonly Edge[]): ReadonlyMap<number, number> {
  const rank = new Map<number, number>();
  for (const start of ids) {
    if (rank.has(start)) continue;
    rank.set(start, 0);
    const queue = [start];
    for (const id of queue) {
      for (const { from, to } of edges) {
        if (from !== id || rank.has(to)) continue;
        rank.set(to, (rank.get(id) ?? 0) + 1);
        queue.push(to);
      }
    }
  }
  return rank;
}

/** Within a layer, a node stands where those that lead to it stand. */
function layersOf(
  ids: readonly number[],
  rank: ReadonlyMap<number, number>,
  edges: readonly Edge[],
): readonly (readonly number[])[] {
  const layers: number[][] = [];
  for (const id of ids) {
    const place = rank.get(id) ?? 0;
    const layer = layers[place] ?? [];
    layers[place] = layer;
    layer.push(id);
  }
  for (const [index, layer] of layers.entries()) {
    const above = layers[index - 1] ?? [];
    const middle = (id: number): number => {
      const places = edges.flatMap(({ from, to }) => (to === id ? [above.indexOf(from)] : []));
      const known = places.filter((place) => place >= 0);
      return known.reduce((sum, place) => sum + place, 0) / Math.max(1, known.length);
    };
    layer.sort((a, b) => middle(a) - middle(b));
  }
  return layers;
}

function boxesOf(
  layers: readonly (readonly number[])[],
  heights: ReadonlyMap<number, number>,
  inner: number,
): ReadonlyMap<number, Box> {
  const boxes = new Map<number, Box>();
  let y = margin;
  for (const layer of layers) {
    const tallest = Math.max(...layer.map((id) => heights.get(id) ?? 0));
    let x = margin + (inner - (layer.length * (boxWidth + boxGap) - boxGap)) / 2;
    for (const id of layer) {
      boxes.set(id, { x, y, width: boxWidth, height: heights.get(id) ?? 0 });
      x += boxWidth + boxGap;
    }
    y += tallest + layerGap;
  }
  return boxes;
}

function linesOf(
  edges: readonly Edge[],
  isDown: (edge: Edge) => boolean,
  boxes: ReadonlyMap<number, Box>,
  inner: number,
): { readonly lines: readonly Line[]; readonly right: number } {
  const ports = new Map<string, number>();
  const port = (side: string, id: number): number => {
    const taken = ports.get(`${side} ${id}`) ?? 0;
    ports.set(`${side} ${id}`, taken + 1);
    return taken;
  };
  const fan = new Map<string, number>();
  for (const edge of edges.filter(isDown)) {
    for (const name of [`out ${edge.from}`, `in ${edge.to}`])
      fan.set(name, (fan.get(name) ?? 0) + 1);
  }
  let lane = inner + labelRoom;
  const lines = edges.flatMap((edge, index): readonly Line[] => {
    const [a, b] = [boxes.get(edge.from), boxes.get(edge.to)];
    if (!a || !b) return [];
    if (isDown(edge)) {
      const across = (box: Box, side: 'out' | 'in', id: number): number =>
        box.x + (box.width * (port(side, id) + 1)) / ((fan.get(`${side} ${id}`) ?? 0) + 1);
      const [x1, y1] = [across(a, 'out', edge.from), a.y + a.height];
      const [x2, y2] = [across(b, 'in', edge.to), b.y];
      const middle = (y1 + y2) / 2;
      const path = `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
      return [{ edge: index, path, labelX: (x1 + x2) / 2, labelY: middle + 4, anchor: 'middle' }];
    }
    const beside = (box: Box, id: number): number => box.y + 12 + port('side', id) * portHeight;
    const [y1, y2] = [beside(a, edge.from), beside(b, edge.to)];
    const x = lane;
    lane += laneGap;
    const [right1, right2] = [a.x + a.width, b.x + b.width];
    const path = `M${right1} ${y1}H${x}V${y2}H${right2}`;
    return [{ edge: index, path, labelX: right1 + 6, labelY: y1 - 3, anchor: 'start' }];
  });
  return { lines, right: lane };
}
