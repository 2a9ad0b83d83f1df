"""Statements that were found as blocks: under each party what it said, the latest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from textual.content import Content

from reader.analysis.board.labels import act_label
from reader.domain.found_statement import FoundParty, FoundStatement
from reader.ui.article_head import short_date
from reader.ui.panel.block import Block, Paragraph
from reader.ui.panel.words import ACT, ARROW, ASIDE, NOBODY, party_name, party_names, plain, rail
from reader.ui.party_look import UNKNOWN, PartyLook, numbered_looks

