/** The two forms of a mnemonic written `SEQuence`: `SEQ` and `SEQUENCE`. */
export const formsOf = (mnemonic: string): readonly string[] => [
  ...new Set([mnemonic.replaceAll(/[a-z]/g, ''), mnemonic.toUpperCase()]),
];

/** Every way to write a header `SYSTem:ERRor[:NEXT]`, in capitals. */
export function spellings(header: string): readonly string[] {
  let all: readonly string[] = [''];
  for (const [, optional, named] of header.matchAll(/\[:?(\w+)\]|:?(\*?\w+)/g)) {
    const forms = formsOf(optional ?? named ?? '');
    const longer = all.flatMap((start) => forms.map((form) => (start ? `${start}:${form}` : form)));
    all = optional === undefined ? longer : [...all, ...longer];
  }
  return all;
}
