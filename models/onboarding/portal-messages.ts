import {
  type AddressRequest,
  type EquipmentRequest,
  type Millis,
  type PaymentRequest,
  type PeerRequest,
  type ProfileRequest,
  portalMessage,
  portalPath,
  portalQuestion,
  portalRatesPath,
  profilesPath,
  type ReplacementRequest,
  type ServiceRequest,
  serviceRequestPath,
} from '#core';
import type { Memory } from './memory.ts';
import type { PendingErrand, PortalErrand, PortalKind } from './portal-errands.ts';

/** What is sent to the portal, and how long its answer is waited for. */
export interface PortalInput {
  readonly request: PeerRequest | undefined;
  readonly timeoutMs: Millis;
}

/** What was asked of this kind and not answered yet. */
export const pendingOfKind = ({ portal }: Memory, kind: PortalKind): PendingErrand | undefined =>
  portal.pending.find(({ errand }) => errand.kind === kind);

/**
 * Takes note of what the portal is to be asked, under a key of its own, before it is asked. Where
 * something of the kind was not answered, that stays: nobody knows what became of it.
 */
export function askPortal(memory: Memory, errand: PortalErrand): Memory {
  if (pendingOfKind(memory, errand.kind)) return memory;
  const messages = memory.portal.messages + 1;
  const key = `p-${memory.meter.serial}-${messages}`;
  const pending = [...memory.portal.pending, { key, errand }];
  return { ...memory, portal: { messages, pending } };
}

/** A message to the portal as it goes over the network. */
export function portalRequestOf({ profile }: Memory, { key, errand }: PendingErrand): PeerRequest {
  const { userName } = profile;
  switch (errand.kind) {
    case 'profile': {
      const { password, question, answer, name, company, telephone } = profile;
      const body: ProfileRequest = {
        version: 1,
        userName,
        password,
        securityQuestion: question,
        securityAnswer: answer,
        name,
        company,
        telephone,
      };
      return portalMessage(profilesPath, key, body);
    }
    case 'equipment': {
      const { kind: _kind, ...by } = errand;
      const body: EquipmentRequest = { version: 1, ...by };
      return portalMessage(portalPath(userName, 'equipment'), key, body);
    }
    case 'service': {
      const body: ServiceRequest = { version: 1, about: errand.about };
      return portalMessage(portalPath(userName, 'service-requests'), key, body);
    }
    case 'service state':
      return portalQuestion(serviceRequestPath(userName, errand.number), key);
    case 'address': {
      const body: AddressRequest = { version: 1, address: errand.address };
      return portalMessage(portalPath(userName, 'address'), key, body);
    }
    case 'rates':
      return portalQuestion(portalRatesPath(userName), key);
    case 'payment': {
      const body: PaymentRequest = { version: 1, method: errand.method };
      return portalMessage(portalPath(userName, 'payment'), key, body);
    }
    case 'replacement': {
      const body: ReplacementRequest = { version: 1, replaced: errand.replaced };
      return portalMessage(portalPath(userName, 'replacement'), key, body);
    }
    default:
      return errand satisfies never;
  }
}
