import type { PageData, ScenarioDetails } from '../page-data.ts';
import { folded, h, s } from './dom.ts';
import { plural } from './format.ts';
import { type Box, layeredLayout } from './layered-layout.ts';
import { type MenuPath, menuPath, type PathEdge, type PathNode } from './menu-path.ts';

const mostOthers = 3;
const lineHeight = 14;

/** The menus that a scenario went through, with its moves numbered. Laid out when it is unfolded. */
export function chartPanel(
  { opening, steps }: ScenarioDetails,
  chart: PageData['chart'],
): HTMLElement | undefined {
  if (!chart) return undefined;
  const path = menuPath([...opening, ...steps.flatMap(({ events }) => events)], chart);
  if (path.edges.length === 0) return undefined;
  const moves = path.edges.reduce((sum, edge) => sum + edge.moves.length, 0);
  const title = `Path through the menus, ${plural(moves, 'move')} between ${path.nodes.length} of them`;
  return folded(title, false, () => h('div', { class: 'scroll chart' }, picture(path)));
}

/** What is written in a box below its name. */
function notesOf({ inner, others }: PathNode): readonly string[] {
  const shown = others.slice(0, mostOthers);
  const more = others.length - shown.length;
  return [
    ...(inner.size > 1 ? [[...inner].join(', ')] : []),
    ...(shown.length > 0 ? ['not taken:', ...shown.map((name) => `  ${name}`)] : []),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function picture(path: MenuPath): SVGElement {
  const { nodes, edges, last } = path;
  const sized = nodes.map((node) => ({
    id: node.id,
    height: 26 + notesOf(node).length * lineHeight,
  }));
  const { width, height, boxes, lines } = layeredLayout(sized, edges);
  const drawn = lines.map(({ edge, path: d, labelX, labelY, anchor }) => {
    const label = labelOf(edges[edge]);
    return s(
      'g',
      { class: 'move' },
      s('title', {}, label.whole),
      s('path', { d, 'marker-end': 'url(#arrow)' }),
      s('text', { x: labelX, y: labelY, 'text-anchor': anchor }, label.short),
    );
  });
  return s(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': 'The path through the menus',
    },
    s(
      'defs',
      {},
      s(
        'marker',
        {
          id: 'arrow',
          viewBox: '0 0 8 8',
          refX: 8,
          refY: 4,
          markerWidth: 7,
          markerHeight: 7,
          orient: 'auto',
        },
        s('path', { d: 'M0 0L8 4L0 8z' }),
      ),
    ),
    ...drawn,
    ...nodes.map((node, index) => {
      const role = index === 0 ? 'menu first' : node.id === last ? 'menu last' : 'menu';
      return boxOf(node, boxes.get(node.id), role);
    }),
  );
}

function boxOf(node: PathNode, box: Box | undefined, role: string): SVGElement | undefined {
  if (!box) return undefined;
  const { x, y, width, height } = box;
  return s(
    'g',
    { class: role },
    s('rect', { x, y, width, height, rx: 4 }),
    s('text', { class: 'title', x: x + 8, y: y + 17 }, cut(node.name, 28)),
    ...notesOf(node).map((text, index) =>
      s(
        'text',
        {
          class: 'also',
          x: x + 8 + (text.startsWith(' ') ? 8 : 0),
          y: y + 33 + index * lineHeight,
        },
        cut(text.trim(), 34),
      ),
    ),
  );
}

function labelOf(edge: PathEdge | undefined): { readonly short: string; readonly whole: string } {
  const moves = (edge?.moves ?? []).map(({ number, key }) => `${number} ${key}`);
  const left = moves.length - 2;
  return {
    short: cut(`${moves.slice(0, 2).join(', ')}${left > 0 ? ` +${left}` : ''}`, 22),
    whole: moves.join(', '),
  };
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;
