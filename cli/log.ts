import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';
import type { LogLevel } from './shell.ts';

const secretNames = ['pin', 'oldPin', 'newPin', 'supervisorPin', 'password', 'accessCode'];

/** Where secrets may stand in a log entry: at its top and up to three levels down. */
const secretPaths = secretNames.flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
  `*.*.*.${name}`,
]);

/** The root of all loggers: JSON lines on stderr, PINs and passwords blacked out. */
export function createLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger {
  return pino(
    { level, base: null, redact: { paths: secretPaths, censor: '[secret]' } },
    destination,
  );
}
