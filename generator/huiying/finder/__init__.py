"""The finder: from a pasted message or words to the official answer, with static files only.

`tiers.outputs` makes the index of a build; `finder.find` asks it, as `theme/finder/matcher.js`
does in the browser.
"""
