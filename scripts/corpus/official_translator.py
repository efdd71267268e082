"""Times the official translator. Reads a JSON list of {text, region, parameters} and prints a JSON list of milliseconds."""

import json
import logging
import os
import sys
import time

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
logging.disable(logging.CRITICAL)

from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class NoPolicies:
    def load(self):
        return {}


def milliseconds(case):
    started = time.perf_counter()
    try:
        transform(yaml_parse(case["text"]), dict(case["parameters"]), NoPolicies())
    except InvalidDocumentException:
        pass
    except Exception:
        return None
    return (time.perf_counter() - started) * 1000


def main():
    cases = json.load(sys.stdin)
    for case in cases[:20]:
        milliseconds(case)
    rounds = [[milliseconds(case) for case in cases] for _ in range(2)]
    fastest = [None if None in pair else min(pair) for pair in zip(*rounds)]
    json.dump(fastest, sys.stdout)


main()
