import { defineParameterType } from '@cucumber/cucumber';
import type { onboarding as work } from '#bench';
import type { OfferedPackage } from '#core';

/** A parameter that is one of some French words, each for a word of the bench. */
const oneOf = <Word extends string>(name: string, words: Readonly<Record<string, Word>>): void =>
  defineParameterType({
    name,
    // The longer words come first: one of them may begin like a shorter one.
    regexp: new RegExp(
      Object.keys(words)
        .sort((a, b) => b.length - a.length)
        .join('|'),
    ),
    transformer: (text: string): Word | undefined => words[text],
  });

oneOf<work.Part>('élément', {
  "le nom d'utilisateur": 'userName',
  'le mot de passe': 'password',
  'la question de sécurité': 'question',
  'la réponse': 'answer',
  'votre nom': 'name',
  "le nom de l'entreprise": 'company',
  "le numéro de téléphone de l'entreprise": 'telephone',
});

oneOf<work.Section>('rubrique', {
  'du mode de paiement': 'payment',
  'de la connexion': 'connection',
  'du compteur': 'ready',
});

oneOf<'pc' | 'lan'>('moyen', {
  "au moyen d'un ordinateur": 'pc',
  'par un nœud du réseau local': 'lan',
});

oneOf<work.Need>('besoin', {
  Windows: 'windows',
  'les exigences système': 'requirements',
  'PC Meter Connect': 'pcMeterConnect',
  'la connexion Internet': 'internet',
  "le réseau local doté d'un accès Internet": 'lanInternet',
});

oneOf<work.SetUpMessage>('étape', {
  "de l'ouverture de la session du compteur remplacé": 'opening of the replaced meter',
  'du retrait': 'withdrawal',
  "de l'inspection du compteur remplacé": 'inspection of the replaced meter',
  'de la fin de la session du compteur remplacé': 'end of the replaced meter',
  "de l'ouverture de la session": 'opening',
  'du chargement': 'postage',
  "de l'inspection": 'inspection',
  'de la fin de la session': 'end',
});

const packageWords: Readonly<Record<string, OfferedPackage['kind']>> = {
  'les tarifs': 'rates',
  'le logiciel': 'software',
  'la caractéristique': 'features',
  "l'élément graphique": 'graphics',
};

/** A package, by its kind and its name. */
defineParameterType({
  name: 'paquet',
  regexp: new RegExp(`(${Object.keys(packageWords).join('|')}) "([^"]+)"`),
  transformer: (word: string, id: string): Pick<OfferedPackage, 'kind' | 'id'> => ({
    kind: packageWords[word] ?? 'rates',
    id,
  }),
});
