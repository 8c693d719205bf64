import type { Frame } from '#core';
import type { Controller } from '#protocol';
import type { LinkFault } from '../link-fault.ts';
import { type Intercepts, intercepting } from './intercepting.ts';

/** A controller that tells other numbers of frames. */
const renumbering = (controller: Controller, numberOf: (frame: number) => number): Controller =>
  intercepting(controller, {
    screen: async (operation, proper) => {
      const frame = await proper(operation);
      return { ...frame, frame: numberOf(frame.frame) };
    },
    frameNumber: async (operation, proper) => numberOf(await proper(operation)),
    wait: async (operation, proper) => numberOf(await proper(operation)),
  });

const inWay = (intercepts: Intercepts) => (controller: Controller) =>
  intercepting(controller, intercepts);

const unmasked = (frame: Frame): Frame =>
  frame.field?.secret
    ? { ...frame, field: { ...frame.field, value: '7'.repeat(frame.field.value.length) } }
    : frame;

/** Faults in what is done with the meter. */
export const controllerFaults: readonly LinkFault[] = [
  {
    name: 'frame-number-stands-still',
    description: 'Every frame has the number of the first.',
    foundBy: 'frame-number-rises',
    controller: (controller) => {
      let first: number | undefined;
      return renumbering(controller, (frame) => {
        first ??= frame;
        return first;
      });
    },
  },
  {
    name: 'frame-number-jumps',
    description: 'The number of frames rises by two at each change.',
    foundBy: 'frame-number-rises',
    controller: (controller) => renumbering(controller, (frame) => frame * 2),
  },
  {
    name: 'wait-answers-at-once',
    description: 'A wait is answered without waiting.',
    foundBy: 'wait-to-the-limit',
    controller: inWay({ wait: (_, proper) => proper({ op: 'frameNumber' }) }),
  },
  {
    name: 'wait-always-takes-its-time',
    description: 'A wait lets its whole limit pass, also when the frame is there already.',
    foundBy: 'wait-newer-at-once',
    controller: inWay({
      wait: async ({ ms }, proper) => {
        await proper({ op: 'advance', seconds: ms / 1000 });
        return proper({ op: 'frameNumber' });
      },
    }),
  },
  {
    name: 'key-takes-a-second',
    description: 'Each key lets a second of virtual time pass.',
    foundBy: 'keys-take-no-time',
    controller: inWay({
      press: async (operation, proper) => {
        await proper(operation);
        await proper({ op: 'advance', seconds: 1 });
      },
    }),
  },
  {
    name: 'secret-unmasked',
    description: 'A field for a secret shows what is typed into it.',
    foundBy: 'secret-masked',
    controller: inWay({
      screen: async (operation, proper) => unmasked(await proper(operation)),
    }),
  },
  {
    name: 'reads-stick-at-meter',
    description: 'Files are handed out while the stick is at the meter.',
    foundBy: 'stick-refused-at-meter',
    controller: inWay({
      readFile: async (operation, proper) => {
        const place = await proper({ op: 'stickPlace' });
        await proper({ op: 'plugStick', place: 'host' });
        try {
          return await proper(operation);
        } finally {
          await proper({ op: 'plugStick', place });
        }
      },
    }),
  },
  {
    name: 'pads-files-to-sectors',
    description: 'A file is read with the rest of its last sector.',
    foundBy: 'stick-round-trip',
    controller: inWay({
      readFile: async (operation, proper) => {
        const bytes = await proper(operation);
        const padded = new Uint8Array(Math.ceil(bytes.length / 512) * 512);
        padded.set(bytes);
        return padded;
      },
    }),
  },
  {
    name: 'power-cut-is-delayed',
    description: 'The power goes only when the next command has been carried out.',
    foundBy: 'power-off-dark',
    controller: (controller) => {
      let cutting = false;
      return {
        carryOut: async (operation, client) => {
          if (operation.op === 'switchPower' && 'on' in operation && !operation.on && !cutting) {
            cutting = true;
            // What is switched answers nothing.
            return undefined as never;
          }
          const answer = await controller.carryOut(operation, client);
          if (cutting && operation.op !== 'switchPower') {
            await controller.carryOut({ op: 'switchPower', on: false }, client);
          }
          cutting = false;
          return answer;
        },
      };
    },
  },
  {
    name: 'memory-lost-at-power-cut',
    description: 'After a power cut the meter is as new.',
    foundBy: 'memory-told-after-cut',
    controller: (controller, { model }) =>
      intercepting(controller, {
        switchPower: async (operation, proper) => {
          const wasOn = await proper({ op: 'powered' });
          await proper(operation);
          if (!operation.on || wasOn) return;
          await proper({
            op: 'renew',
            renewal: {
              version: 1,
              model,
              start: '2026-01-05T09:00:00',
              supervisorPin: '9876',
              creditPence: 7,
              stick: 'FAT16',
            },
          });
        },
      }),
  },
  {
    name: 'restart-resets-numbers',
    description: '*RST begins to count the keys anew.',
    foundBy: 'restart-keeps-number',
    controller: (controller, { once }) =>
      intercepting(controller, {
        restart: async (operation, proper) => {
          await proper(operation);
          once.last = 0;
        },
      }),
  },
  {
    name: 'claims-a-touch-screen',
    description: 'A meter with keys is told to have a touch screen too.',
    foundBy: 'capabilities-honoured',
    controller: inWay({
      capabilities: async (operation, proper) => [...(await proper(operation)), 'TOUCh'],
    }),
  },
  {
    name: 'conceals-its-stick',
    description: 'The stick is not among the capabilities, but it is there.',
    foundBy: 'capabilities-not-told-refused',
    controller: inWay({
      capabilities: async (operation, proper) =>
        (await proper(operation)).filter((word) => word !== 'STICk'),
    }),
  },
  {
    name: 'takes-unknown-keys-for-menu',
    description: 'A key that there is not is taken for MENU.',
    foundBy: 'unknown-key-refused',
    controller: inWay({
      press: (operation, proper) =>
        proper(operation.key.length > 6 ? { ...operation, key: 'MENU' } : operation),
    }),
  },
];
