"""Marks every figure of an instance as made up."""

from __future__ import annotations

from dataclasses import replace

from planner.domain.instance import ROW_TYPES, Instance


def marked(instance: Instance, source: str) -> Instance:
    """The same instance with evidence A and this source at every figure."""
    tables = {
        name: tuple(replace(row, evidence="A", source=source) for row in getattr(instance, name)) for name in ROW_TYPES
    }
    header = instance.header
    if header.guarantee:
        header = replace(header, guarantee=replace(header.guarantee, evidence="A", source=source))
    if header.hours_factor != 1.0:
        header = replace(header, hours_factor_evidence="A", hours_factor_source=source)
    if header.remote_share:
        header = replace(header, remote_share_evidence="A", remote_share_source=source)
    return instance.replace(header=header, **tables)
