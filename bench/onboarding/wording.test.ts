import { describe, expect, test } from 'vitest';
import { onboarding } from '#models';
import { typographicFault } from './wording.ts';

describe('the typography of French Canada', () => {
  test.each([
    'Il manque : PC Meter Connect',
    'Il manque :',
    'Nouveau client ;',
    'Est-ce bien l’adresse de l’équipement ?',
    "L'application bureautique",
    '40,00 $ ajoutés',
    '$40,00',
    '40.00\u00a0$',
    'Numéro de compte ({digits} chiffres)',
    '1000,00\u00a0$',
    '1 000,00\u00a0$',
    '1,000,00\u00a0$',
  ])('finds fault with "%s"', (text) => {
    expect(typographicFault(text)).toBeDefined();
  });

  test.each([
    'Solde du compte\u00a0: 1\u00a0000,00\u00a0$',
    'refusé\u00a0: fonds insuffisants; au plus 20,00\u00a0$',
    'Est-ce bien l’adresse de l’équipement?',
    '3. Logiciel\u00a0: 1.1.0\u00a0: installé',
    'marie@exemple.ca',
  ])('finds none with "%s"', (text) => {
    expect(typographicFault(text)).toBeUndefined();
  });

  test('finds none with any text of the pages', () => {
    const texts = Object.values(onboarding.textsIn['fr-CA']).map((text) =>
      text.replace(/\{\w+\}/g, 'x'),
    );
    expect(texts.filter((text) => typographicFault(text) !== undefined)).toEqual([]);
  });
});
