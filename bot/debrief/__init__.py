"""The debrief: what the exercise showed, with the trainee's own words and the source of every advice."""

from bot.debrief.attempts import attempts
from bot.debrief.build import build
from bot.debrief.hints import hint, live_remark
from bot.debrief.model import Debrief, Hint, Remark
from bot.debrief.render import render_changes, render_html, render_text
from bot.debrief.versions import OldReportError, compare

__all__ = [
    "Debrief",
    "Hint",
    "OldReportError",
    "Remark",
    "attempts",
    "build",
    "compare",
    "hint",
    "live_remark",
    "render_changes",
    "render_html",
    "render_text",
]
