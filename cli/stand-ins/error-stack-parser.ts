/** A place in a stack, as far as the runner asks for it. */
interface StackPlace {
  readonly source: string;
  readonly fileName: string;
  getFileName(): string;
  getLineNumber(): number;
}

/**
 * Stands for the package of that name, which knows the stacks of all browsers: the runner asks it where
 * each of some hundred steps is defined.
 */
const stackParser = {
  parse: ({ stack = '' }: Error): readonly StackPlace[] =>
    stack.split('\n').flatMap((source) => {
      const [, fileName, line] = /^ +at (?:.*\()?(\S+):(\d+):\d+\)?$/.exec(source) ?? [];
      if (fileName === undefined) return [];
      return {
        source,
        fileName,
        getFileName: () => fileName,
        getLineNumber: () => Number(line),
      };
    }),
};

// biome-ignore lint/style/noDefaultExport: it is that of the package.
export { stackParser as default };
