"""What reports are made from, without a solver: instances built by hand, followed greedily or by a hand-made plan."""

from dataclasses import replace

from planner.domain.figures import figures
from planner.domain.instance import Instance
from planner.domain.plan import Plan
from planner.domain.policy import SHIPPED
from planner.evaluation.tables import run_tables
from planner.reporting.language import Language
from planner.reporting.material import Material
from planner.reporting.words import Words
from tests.evaluation.greedy import greedy
from tests.evaluation.proofs import proofs

EN, NL = Words(Language.EN), Words(Language.NL)

HOSTILE = '</script><script>throw 1</script><img src=x onerror="throw 2">\'&'


def material(instance: Instance, plan: Plan | None = None, **manifest: object) -> Material:
    own = figures(instance)
    plan = plan or greedy(own)
    tables = run_tables(own, SHIPPED, plan, proofs(own, plan))
    return Material("first", {"status": "proven", "engine": "monolith", **manifest}, instance, tables)


def hostile(instance: Instance) -> Instance:
    """The instance with names that would run as a script, were they not taken for text."""
    return instance.replace(
        header=replace(instance.header, title=HOSTILE, counting_unit=HOSTILE),
        locations=tuple(replace(row, name=HOSTILE, source=HOSTILE) for row in instance.locations),
        groups=tuple(replace(row, name=HOSTILE) for row in instance.groups),
        streams=tuple(replace(row, name=HOSTILE) for row in instance.streams),
    )
