import { machinery as connectPlus } from './connect-plus/machinery.ts';
import { machinery as is400 } from './is400/machinery.ts';
import { learnMachinery } from './machinery.ts';
import { machinery as onboarding } from './onboarding/machinery.ts';

import '#models';

export * from './any-machine.ts';

learnMachinery('is400', is400);
learnMachinery('connect-plus', connectPlus);
learnMachinery('onboarding', onboarding);
