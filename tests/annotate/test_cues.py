"""What cues do."""

import pytest

from sourcebook.annotate.cues import kind_of


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("say", "says"),
        ("according to", "says"),
        ("confirm", "confirms"),
        ("acknowledge", "confirms"),
        ("deny", "denies"),
        ("dismiss the report as false", "denies"),
        ("neither confirm nor deny this report", "neither"),
        ("refuse to confirm or deny", "neither"),
        ("have not confirm", "neither"),
        ("decline to comment on", "no-comment"),
        ("refrain from any comment", "no-comment"),
        ("would not say whether", "no-comment"),
        ("have no comment on", "no-comment"),
        ("do not immediately respond to request", "no-response"),
        ("could not be reach", "no-response"),
        ("have yet to reply", "no-response"),
        ("have yet to comment", "no-comment"),
        ("have yet to confirm", "neither"),
        ("no word", "no-response"),
        ("have no information about", "no-information"),
        ("do not have such information", "no-information"),
        ("be not aware of", "no-information"),
        ("vow to", "promises"),
        ("call for", "demands"),
        ("call it", "says"),
        ("urge", "demands"),
        ("believe", "believes"),
        ("speculate", "speculates"),
        ("accuse of", "accuses"),
        ("blame", "accuses"),
        ("take back his statement", "retracts"),
        ("withdraw the claim", "retracts"),
        ("retract", "retracts"),
        ("warble", "says"),
    ],
)
def test_kinds(phrase, expected):
    assert kind_of(phrase, phrase.split()).value == expected


def test_what_is_said_does_not_tell_what_the_cue_does():
    phrase = "say tell that to your mother"

    assert kind_of(phrase, ["say"]).value == "demands"
    assert kind_of(phrase, ["say"], len("say")).value == "says"
    assert kind_of("call for calm", ["call"], len("call")).value == "demands"
