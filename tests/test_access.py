"""Who somebody is by the claims of a sign-in, and what each role may do."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.access import Action, Person, Role, acting, at_work, may, must, person_of
from briefing.errors import AccessError
from briefing.settings import Settings
from briefing.sign_in import faults

NOW = 1_800_000_000.0
LISTS = {
    "administrators": ("anna@ministry.example",),
    "editors": ("ed@ministry.example",),
    "readers": ("rea@ministry.example",),
}


def _claims(**more: Any) -> dict[str, Any]:
    return {
        "is_logged_in": True,
        "sub": "1",
        "email": "ed@ministry.example",
        "iat": NOW - 60,
        "exp": NOW + 3600,
        **more,
    }


def _settings(**values: Any) -> Settings:
    return Settings(**{"sign_in": True, **LISTS, **values})


@pytest.mark.parametrize(
    ("claims", "values", "role"),
    [
        ({}, {}, Role.EDITOR),
        ({"email": "ANNA@ministry.example"}, {}, Role.ADMINISTRATOR),
        ({"email": "rea@ministry.example"}, {}, Role.READER),
        ({"email": "x@ministry.example"}, {"others": "reader"}, Role.READER),
        ({"email": "anna@ministry.example", "email_verified": True}, {}, Role.ADMINISTRATOR),
        ({"preferred_username": "jo"}, {"person_claim": "preferred_username",
                                        "editors": ("jo",)}, Role.EDITOR),
        ({"email": "x@x.example", "groups": ["desk", "heads"]},
         {"role_claim": "groups", "editor_groups": ("Desk",)}, Role.EDITOR),
        ({"email": "x@x.example", "groups": "heads"},
         {"role_claim": "groups", "administrator_groups": ("heads",)}, Role.ADMINISTRATOR),
        ({"realm_access": {"roles": ["heads"]}},
         {"role_claim": "realm_access.roles", "administrator_groups": ("heads",)},
         Role.ADMINISTRATOR),
        ({"groups": ["desk"]}, {"reader_groups": ("desk",), "role_claim": "groups"}, Role.EDITOR),
    ],
)  # fmt: skip
def test_the_highest_role_that_lists_and_groups_give(
    claims: dict[str, Any], values: dict[str, Any], role: Role
) -> None:
    assert person_of(_claims(**claims), _settings(**values), NOW).role is role


@pytest.mark.parametrize(
    ("claims", "values", "kind"),
    [
        ({"is_logged_in": False}, {}, "nobody"),
        ({"is_logged_in": "true"}, {}, "nobody"),
        ({"exp": NOW}, {}, "ended"),
        ({"exp": None}, {}, "ended"),
        ({"exp": True}, {}, "ended"),
        ({"iat": None}, {}, "ended"),
        ({"iat": NOW + 3600}, {}, "ended"),
        ({"iat": NOW - 7200}, {"session_hours": 1}, "ended"),
        ({"email": "x@ministry.example"}, {}, "stranger"),
        ({"email": None}, {}, "stranger"),
        ({"email": ""}, {"editors": ("",)}, "stranger"),
        ({"email": ["ed@ministry.example"]}, {}, "stranger"),
        ({"email_verified": False}, {}, "stranger"),
        ({"email": "ed@ministry.example.evil.test"}, {}, "stranger"),
        ({"email": "x", "groups": ["desk"]}, {"editor_groups": ("desk",)}, "stranger"),
        ({"email": "x", "groups": {"desk": 1}},
         {"editor_groups": ("desk",), "role_claim": "groups"}, "stranger"),
        ({"email": "x", "sub": None}, {"others": "reader", "readers": ()}, None),
    ],
)  # fmt: skip
def test_nobody_else_is_let_in(
    claims: dict[str, Any], values: dict[str, Any], kind: str | None
) -> None:
    if kind is None:
        assert person_of(_claims(**claims), _settings(**values), NOW).role is Role.READER
        return
    with pytest.raises(AccessError) as refused:
        person_of(_claims(**claims), _settings(**values), NOW)
    assert refused.value.kind == kind


def test_without_claims_nobody_is_signed_in() -> None:
    with pytest.raises(AccessError, match="Sign in"):
        person_of({}, _settings(others="reader"), NOW)


def test_the_name_beside_reviews_is_the_sign_ins() -> None:
    assert person_of(_claims(name=" Ed  Berg "), _settings(), NOW).name == "Ed Berg"
    assert person_of(_claims(), _settings(), NOW).name == "ed@ministry.example"


ALLOWED = {
    Role.READER: {Action.LOOK, Action.HAND_OUT, Action.SEEN},
    Role.EDITOR: {Action.ADD, Action.READ_AGAIN, Action.CORRECT, Action.SORT, Action.DECK},
    Role.ADMINISTRATOR: {
        Action.REMOVE,
        Action.PUT_BACK,
        Action.PURGE,
        Action.RESTORE,
        Action.AUDIT,
    },
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_each_role_may_what_it_is_for(role: Role, action: Action) -> None:
    somebody = Person("x", "X", role)
    expected = any(action in ALLOWED[lower] for lower in Role if lower <= role)
    assert may(somebody, action) is expected
    if not expected:
        with pytest.raises(AccessError, match=f"As an? {role.word} you may not"):
            must(somebody, action)


def test_work_for_somebody_ends_with_their_sign_in() -> None:
    def nobody() -> Person:
        raise AccessError("Sign in.", kind="nobody")

    with acting(Person("x", "X", Role.EDITOR, until=NOW)):
        assert at_work(nobody, NOW - 1).who == "x"
        with pytest.raises(AccessError, match="ended"):
            at_work(nobody, NOW)
    with pytest.raises(AccessError, match="Sign in"):
        at_work(nobody, NOW - 1)


AUTH = {
    "client_id": "briefing",
    "client_secret": "x",
    "server_metadata_url": "https://login.ministry.example/.well-known/openid-configuration",
    "redirect_uri": "https://briefing.ministry.example/oauth2callback",
    "cookie_secret": "0123456789abcdef" * 4,
}


@pytest.mark.parametrize(
    ("values", "auth", "words"),
    [
        ({}, {}, None),
        ({"sign_in": False}, None, "sign_in is off"),
        ({"administrators": ()}, {}, "Nobody is an administrator"),
        ({"editor_groups": ("a",)}, {}, "role_claim"),
        ({}, {"cookie_secret": "short"}, "fewer than 32"),
        ({}, {"client_secret": ""}, "lacks client_secret"),
        ({}, {"redirect_uri": "https://briefing.ministry.example"}, "/oauth2callback"),
        ({}, {"redirect_uri": "http://briefing.ministry.example/oauth2callback"}, "https://"),
        ({}, {"redirect_uri": "http://127.0.0.1:{port}/oauth2callback"}, None),
        ({}, {"server_metadata_url": "http://login.ministry.example/x"}, "server_metadata_url"),
    ],
)  # fmt: skip
def test_a_sign_in_that_does_not_fit_is_told(
    values: dict[str, Any], auth: dict[str, str] | None, words: str | None
) -> None:
    found = faults(_settings(**values), {**AUTH, **(auth or {})})
    assert [words in each for each in found] == ([True] if words else [])


def test_a_sign_in_without_its_secrets_is_told() -> None:
    assert "no section [auth]" in faults(_settings(), None)[0]
    assert faults(_settings(sign_in=False), None) == []
