"""The page's server side: a Rasa channel with a small JSON API, and the page itself in static/."""
