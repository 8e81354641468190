"""The debrief: what the exercise showed, with the trainee's own words and the source of every advice."""

from bot.debrief.build import build
from bot.debrief.hints import hint, live_remark
from bot.debrief.model import Debrief, Hint, Remark
from bot.debrief.render import render_html, render_text

__all__ = ["Debrief", "Hint", "Remark", "build", "hint", "live_remark", "render_html", "render_text"]
