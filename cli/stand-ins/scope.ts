/**
 * Stands for the runner's folder of that name, which makes an asynchronous scope of every step and hook, so
 * that they find their world without `this`. Ours are handed theirs.
 */
const called = async <Given>(_scope: unknown, work: () => Given): Promise<Awaited<Given>> =>
  await work();

export { called as runInTestCaseScope, called as runInTestRunScope };
