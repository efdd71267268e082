import type { ResourceRule } from "../../resource-rule";
import { domainRules } from "./domains";
import { httpApiRules } from "./http-api";
import { privateDomainRules } from "./private-domains";
import { restAccessRules } from "./rest-access";
import { restApi } from "./rest-api";
import { restChildRules } from "./rest-children";
import { deployment, stage } from "./rest-deployment";

export const apiGatewayRules: readonly ResourceRule[] = [
  restApi,
  deployment,
  stage,
  ...restChildRules,
  ...restAccessRules,
  ...domainRules,
  ...privateDomainRules,
  ...httpApiRules,
];
