"""The API does what its description says, whatever is sent."""

from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from sourcebook.web import create_app

ROUNDS = 2
"""Requests of each kind; more find no more in a description this plain, and take their time."""

HEADERS = {"host": "127.0.0.1"}


def test_the_api_is_as_described(story: Path) -> None:
    """Every answer is one that the description allows; none is a fault of ours."""
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(story), headers=HEADERS)
    tried = set()
    for operation in schema.get_all_operations():
        made = operation.ok()

        @given(case=made.as_strategy())
        @settings(
            max_examples=ROUNDS,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def answers(case: schemathesis.Case) -> None:
            case.call_and_validate(
                headers=HEADERS, checks=[not_a_server_error, content_type_conformance, response_schema_conformance]
            )

        answers()
        tried.add(made.path)

    assert {"/api/v1/events", "/api/v1/network", "/api/v1/decisions"} <= tried
