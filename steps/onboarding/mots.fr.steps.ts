import { defineParameterType } from '@cucumber/cucumber';
import type { onboarding as work } from '#bench';
import { type Millis, minutes, type PackageKind, type PaymentMethod } from '#core';
import type { NamedPackage } from '../parameters.ts';

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

oneOf<work.Stage>('stade', {
  'qui commence': 'nothing',
  'qui a un profil de base': 'a base profile',
  "dont l'équipement est enregistré": 'registered equipment',
  'qui a un mode de paiement': 'a method of payment',
  'à qui il ne manque que la connexion': 'all but a connection',
});

oneOf<work.Section>('rubrique', {
  'du profil de base': 'profile',
  "de l'équipement": 'equipment',
  'de Mon compte': 'account',
  'du mode de paiement': 'payment',
  'du nouveau client ou du changement de compteur': 'customer',
  'de la connexion': 'connection',
  'du modèle': 'model',
  'du compteur': 'ready',
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

oneOf<PaymentMethod>('modeDePaiement', {
  PitneyWorks: 'PitneyWorks',
  'compte prépayé': 'Prepaid',
  'Purchase Power': 'Purchase Power',
});

oneOf<work.Connection>('moyen', {
  "au moyen d'un ordinateur": 'pc',
  'par un nœud du réseau local': 'lan',
});

oneOf<work.Need>('besoin', {
  "l'ordinateur doté de Windows": 'windows',
  'les exigences système minimales': 'requirements',
  "l'application PC Meter Connect": 'pcMeterConnect',
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

const packageWords: Readonly<Record<string, PackageKind>> = {
  'les tarifs': 'rates',
  'le logiciel': 'software',
  'la caractéristique': 'features',
  "l'élément graphique": 'graphics',
};

/** A package, by its kind and its name. */
defineParameterType({
  name: 'paquet',
  regexp: new RegExp(`(${Object.keys(packageWords).join('|')}) "([^"]+)"`),
  transformer: (word: string, id: string): NamedPackage => ({
    kind: packageWords[word] ?? 'rates',
    id,
  }),
});

/** Minutes in each unit of time. */
const minutesIn: Readonly<Record<string, number>> = { minute: 1, heure: 60, jour: 24 * 60 };

defineParameterType({
  name: 'durée',
  regexp: /(\d+) (minute|heure|jour)s?/,
  transformer: (count: string, unit: string): Millis =>
    minutes(Number(count) * (minutesIn[unit] ?? Number.NaN)),
});
