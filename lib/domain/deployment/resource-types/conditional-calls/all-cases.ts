import { apiGatewayCases } from "./api-gateway";
import { applicationCases } from "./application";
import { computeCases } from "./compute";
import type { ConditionalCases } from "./conditional-case";
import { databasesCases } from "./databases";
import { eventsAndMessagesCases } from "./events-and-messages";
import { monitoringCases } from "./monitoring";
import { networkCases } from "./network";
import { securityCases } from "./security";
import { storageCases } from "./storage";

/** Every case. A type without one makes the same calls whatever it is given. */
export const allCases: ConditionalCases = {
  ...applicationCases,
  ...apiGatewayCases,
  ...eventsAndMessagesCases,
  ...databasesCases,
  ...storageCases,
  ...networkCases,
  ...securityCases,
  ...monitoringCases,
  ...computeCases,
};
