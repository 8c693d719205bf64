import type { connectPlus } from '#models';
import type { Machinery } from '../machinery.ts';
import { surroundingsOf } from '../surroundings.ts';
import { AccountingSync } from './accounting-sync.ts';
import { connectPlusActors } from './actors.ts';

export const machinery: Machinery = {
  actors: connectPlusActors,
  actions: { askForUpload: ({ system }) => surroundingsOf(system).askForUpload() },
  background: ({ model, memory, pace, ...parts }) => {
    // Only models of this family come here, and their memory goes out as `unknown`.
    const { profile } = (model as connectPlus.ConnectPlusModel).sources;
    return new AccountingSync({
      ...parts,
      profile,
      latency: pace.callServer,
      memory: () => memory() as connectPlus.Memory,
    });
  },
};
