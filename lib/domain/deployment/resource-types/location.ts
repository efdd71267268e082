import { awsService } from "../aws-service";
import { kmsThrough } from "../common-checks";
import type { CheckSpec, ResourceRule, ResourceView } from "../resource-rule";
import { when } from "../resource-rule";
import { plainRule } from "./plain-rule";

const location = awsService({
  prefix: "geo",
  documentation: (operation) => `https://docs.aws.amazon.com/location/previous/APIReference/API_${operation}.html`,
});

/** Made, read back, changed and removed in the same way; trackers and fences may have a key of the customer's own. */
const locationRule = (noun: string, kind: string, property: string, attribute: string): ResourceRule =>
  plainRule({
    type: `AWS::Location::${noun}`,
    service: location,
    name: { property, maxLength: 100 },
    identify: (r) => {
      const arn = r.arn("geo", `${kind}/${r.name}`);
      return { physicalId: r.name, arn, attributes: { Arn: arn, [attribute]: arn } };
    },
    create: `Create${noun}`,
    reads: [`Describe${noun}`],
    update: `Update${noun}`,
    delete: `Delete${noun}`,
    gone: `Describe${noun}`,
    checksOnce: keyChecks,
  });

/** https://docs.aws.amazon.com/location/previous/developerguide/encryption-at-rest.html */
function keyChecks(r: ResourceView): readonly CheckSpec[] {
  const source = "https://docs.aws.amazon.com/location/previous/developerguide/encryption-at-rest.html";
  const check = (name: string) => kmsThrough(r, name, { path: "KmsKeyId", service: "geo", source });
  return when(keyed.includes(r.type) && r.has("KmsKeyId"), ...["DescribeKey", "CreateGrant"].map(check));
}

const keyed = ["AWS::Location::GeofenceCollection", "AWS::Location::Tracker"];

export const locationRules: readonly ResourceRule[] = [
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-location-placeindex.html */
  locationRule("PlaceIndex", "place-index", "IndexName", "IndexArn"),
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-location-map.html */
  locationRule("Map", "map", "MapName", "MapArn"),
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-location-tracker.html */
  locationRule("Tracker", "tracker", "TrackerName", "TrackerArn"),
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-location-geofencecollection.html */
  locationRule("GeofenceCollection", "geofence-collection", "CollectionName", "CollectionArn"),
  /** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-location-routecalculator.html */
  locationRule("RouteCalculator", "route-calculator", "CalculatorName", "CalculatorArn"),
];
