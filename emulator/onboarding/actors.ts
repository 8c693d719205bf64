import { messageSender, sendToDataCentre } from '../send-to-data-centre.ts';

/** Sends one message to the portal, which the Data Centre keeps. */
const callPortal = messageSender('PORTAL.ANSWER');

/** The work that the chart of the onboarding leaves to what runs it. */
export const onboardingActors = { callPortal, sendToDataCentre };
