"""What each class of page shows: from a planned page to its template's view.

In: a `Page` and its `Frame`. Out: a plain dictionary in which every text, date, link and order is
decided, so that the template only places it. Never the time, never the disk.
"""
