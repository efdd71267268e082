import { freeLogicalId } from "../edit-document";
import { addFunctionWith } from "../edit-functions";
import type { TemplateChange } from "../template-change";

export const addKinesisConsumer: TemplateChange = {
  id: "add-kinesis-consumer",
  title: "Add a Kinesis stream and the function that reads it",
  group: "trigger",
  kinds: ["add/function:trigger=Kinesis"],
  apply(document) {
    const stream = freeLogicalId(document, "Clicks");
    const source = { "Fn::GetAtt": [stream, "Arn"] };
    const event = { Type: "Kinesis", Properties: { Stream: source, StartingPosition: "LATEST" } };
    return addFunctionWith(document, "CountClicks", { Clicked: event }, { [stream]: clicks });
  },
};

const clicks = { Type: "AWS::Kinesis::Stream", Properties: { ShardCount: 1 } };
