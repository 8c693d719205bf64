/** A text in lines of so many letters, broken at spaces; a word that is longer is broken where its line ends. */
export function wrapped(text: string, fitting: number): readonly string[] {
  const lines: string[] = [];
  let rest = [...text];
  while (rest.length > fitting) {
    const space = rest.lastIndexOf(' ', fitting);
    const end = space > 0 ? space : fitting;
    lines.push(rest.slice(0, end).join(''));
    rest = rest.slice(space > 0 ? end + 1 : end);
  }
  return [...lines, rest.join('')];
}
