import { z } from "zod";

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
export const stackNameSchema = z
  .string()
  .min(1, "A stack needs a name.")
  .max(128, "CloudFormation takes stack names of at most 128 characters; shorten it.")
  .regex(
    /^[A-Za-z][-A-Za-z0-9]*$/,
    "CloudFormation takes stack names of letters, digits and hyphens that start with a letter.",
  );

export const regionSchema = z
  .string()
  .regex(/^[a-z]{2}(-[a-z]+)+-\d{1,2}$/, "This is not the name of a region; write it as in eu-central-1.");

export const accountSchema = z.string().regex(/^\d{12}$/, "An account id is twelve digits, without hyphens.");

/** Stands in where the team does not say which account; the one that AWS's documentation uses. */
export const exampleAccount = "123456789012";
