/** A title as the name of a sheet: at most 31 characters and none that Excel refuses. */
export function sheetName(title: string): string {
  const allowed = title.replace(/[\p{Cc}:\\/?*[\]]/gu, ' ').replace(/\s+/g, ' ');
  // Cut by characters, so that none is halved; 31 counts as Excel does, in UTF-16 units.
  let name = '';
  for (const character of allowed.trim()) {
    if (name.length + character.length > 31) break;
    name += character;
  }
  name = name.replace(/^[' ]+|[' ]+$/g, '');
  return name === '' || name.toLowerCase() === 'history' ? 'Report' : name;
}
