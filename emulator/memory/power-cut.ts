/** The power went away while the memory was being written; whoever runs the meter switches it off. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut';

  constructor() {
    super('the power was cut while the memory was being written');
  }
}
