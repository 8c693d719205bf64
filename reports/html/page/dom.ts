type Child = Node | string | number | false | undefined | null;

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element of HTML; children that are texts stay texts. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  return filled(document.createElement(name), attributes, children);
}

/** An element of SVG. */
export function s<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function filled<Made extends Element>(
  element: Made,
  attributes: Attributes,
  children: readonly Child[],
): Made {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  for (const child of children) {
    if (child === false || child === undefined || child === null) continue;
    element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

/** An element of the page that the report always has. */
export function part<Made extends HTMLElement = HTMLElement>(id: string): Made {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the report has no part ${id}`);
  // The report's own HTML says what kind of element bears which id.
  return found as Made;
}

/** Folded until it is asked for; `fill` is called then, once. */
export function folded(
  title: Child,
  open: boolean,
  fill: () => Child | Promise<Child>,
): HTMLElement {
  const body = h('div', { class: 'body' });
  const made = h('details', { class: 'panel' }, h('summary', {}, title), body);
  let filledOnce = false;
  const fillOnce = async (): Promise<void> => {
    if (filledOnce) return;
    filledOnce = true;
    const content = await fill();
    if (content) body.append(content instanceof Node ? content : String(content));
  };
  made.addEventListener('toggle', () => {
    if (made.open) void fillOnce();
  });
  if (open) {
    made.open = true;
    void fillOnce();
  }
  return made;
}
