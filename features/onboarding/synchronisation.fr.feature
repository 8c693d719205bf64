# language: fr
@onboarding @language:fr-CA @requires:data-centre
Fonctionnalité: La synchronisation avec le Centre de données
  Source: document de départ, « Les tâches suivantes peuvent être effectuées pendant une synchronisation ».

  @ONB-FR-SYN-01
  Règle: Une synchronisation peut effectuer sept tâches, et la page dit ce que chacune a donné
    Source: document de départ, la liste des sept tâches.

    Scénario: Rien à faire que l'inspection
      Étant donné un nouveau client dont le compteur est configuré
      Quand le compteur se synchronise
      Alors les sept tâches sont montrées
      Et la page dit "1. Fonds d’affranchissement : rien à faire"
      Et la page dit "2. Tarifs d’affranchissement : rien à faire"
      Et la page dit "3. Logiciel : rien à faire"
      Et la page dit "4. Inspection postale : réussie"
      Et la page dit "5. Renseignements de diagnostic : rien à faire"
      Et la page dit "6. Nouvelles caractéristiques : rien à faire"
      Et la page dit "7. Éléments graphiques et publicités : rien à faire"

  @ONB-FR-SYN-02
  Règle: Première tâche : la recharge de fonds d'affranchissement
    Source: document de départ, « recharge de fonds d’affranchissement ».

    Scénario: Des fonds sont ajoutés
      Étant donné un nouveau client dont le compteur est configuré
      Quand le compteur est rechargé de 40,00 $
      Alors la page dit "1. Fonds d’affranchissement : 40,00 $ ajoutés"
      Et il reste 860,00 $ dans le compte d'affranchissement

    Scénario: Les grands montants, en argent canadien
      Étant donné un nouveau client dont le compteur est configuré
      Et le compte d'affranchissement contient 2 000,00 $
      Quand le compteur est rechargé de 1 500,00 $
      Alors la page dit "1. Fonds d’affranchissement : 1 500,00 $ ajoutés"

  @ONB-FR-SYN-03
  Règle: Deuxième tâche : la mise à jour de tarifs d'affranchissement
    Source: document de départ, « mise à jour de tarifs d’affranchissement ».

    Scénario: De nouveaux tarifs
      Étant donné un nouveau client dont le compteur est configuré
      Et le Centre de données offre les tarifs "2026-B"
      Quand le compteur se synchronise
      Alors la page dit "2. Tarifs d’affranchissement : 2026-B : installé"

  @ONB-FR-SYN-04
  Règle: Troisième tâche : la mise à jour du logiciel installé sur le système
    Source: document de départ, « mise à jour du logiciel installé sur le système ».

    Scénario: Un nouveau logiciel
      Étant donné un nouveau client dont le compteur est configuré
      Et le Centre de données offre le logiciel "1.1.0"
      Quand le compteur se synchronise
      Alors la page dit "3. Logiciel : 1.1.0 : installé"

    Scénario: Les détails du compteur le montrent ensuite
      Étant donné un nouveau client dont le compteur est configuré
      Et le Centre de données offre le logiciel "1.1.0"
      Et le compteur s'est synchronisé
      Quand le client ouvre les détails du compteur
      Alors la page dit "Logiciel : 1.1.0"

  @ONB-FR-SYN-05
  Règle: Quatrième tâche : l'exécution d'inspections postales requises
    Source: document de départ, « exécution d’inspections postales requises ».

    @requires:clock
    Scénario: L'inspection est faite, et la prochaine dans 28 jours
      Étant donné un nouveau client dont le compteur est configuré
      Et 21 jours ont passé
      Et le compteur s'est synchronisé
      Quand le client ouvre la page du compteur
      Alors la page dit "Prochaine inspection postale dans 28 jours au plus tard"

  @ONB-FR-SYN-06
  Règle: Cinquième tâche : la collecte de renseignements de diagnostic
    Source: document de départ, « collecte de renseignements de diagnostic ».

    Scénario: Le Centre de données les demande
      Étant donné un nouveau client dont le compteur est configuré
      Et le Centre de données demande des renseignements de diagnostic
      Quand le compteur se synchronise
      Alors la page dit "5. Renseignements de diagnostic : envoyés"
      Et le Centre de données a reçu des renseignements de diagnostic 1 fois

  @ONB-FR-SYN-07
  Règle: Sixième tâche : l'ajout de nouvelles caractéristiques
    Source: document de départ, « ajout de nouvelles caractéristiques ».

    Scénario: Une nouvelle caractéristique
      Étant donné un nouveau client dont le compteur est configuré
      Et le Centre de données offre la caractéristique "Suivi"
      Quand le compteur se synchronise
      Alors la page dit "6. Nouvelles caractéristiques : Suivi : installé"

  @ONB-FR-SYN-08
  Règle: Septième tâche : la réception de nouveaux éléments graphiques et de nouvelles publicités
    Source: document de départ, « réception de nouveaux éléments graphiques et de nouvelles publicités à des fins d’impression ».

    Scénario: Deux éléments graphiques
      Étant donné un nouveau client dont le compteur est configuré
      Et le Centre de données offre l'élément graphique "Printemps"
      Et le Centre de données offre l'élément graphique "Solde"
      Quand le compteur se synchronise
      Alors la page dit "7. Éléments graphiques et publicités : Printemps : installé, Solde : installé"
