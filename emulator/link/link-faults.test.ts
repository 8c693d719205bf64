import { expect, test } from 'vitest';
import { linkFaultNamed, linkFaults } from './link-faults.ts';

test('each fault has a name of its own, in kebab-case, and says what goes wrong', () => {
  const names = linkFaults.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, description } of linkFaults) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(description).toMatch(/^[A-Z*].*\.$/);
  }
});

test('each fault takes hold of a controller, a session or a splitter', () => {
  for (const { controller, session, splitter } of linkFaults) {
    expect([controller, session, splitter].filter(Boolean)).toHaveLength(1);
  }
});

test('a fault is found by its name, and an unknown name lists those that there are', () => {
  expect(linkFaultNamed('secret-unmasked').foundBy).toBe('secret-masked');
  expect(() => linkFaultNamed('secret-unmasks')).toThrow(/secret-unmasked.*FB_UNKNOWN_MODEL/s);
});
