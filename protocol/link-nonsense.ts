/** An answer of a controller that is none to what it was asked. */
export class LinkNonsense extends Error {
  override readonly name = 'LinkNonsense';
}
