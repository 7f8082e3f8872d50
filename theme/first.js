/* Before the first paint: what the reader chose once, so that no page flashes in other colours or
   sizes. Loaded first and at once; the one script that is. theme/scripts/10-modes.js changes it. */
(function () {
  "use strict";
  ["theme", "type"].forEach(function (name) {
    var chosen = null;
    try { chosen = localStorage.getItem("huiying-" + name); } catch (refused) { /* nothing chosen */ }
    if (chosen) { document.documentElement.setAttribute("data-" + name, chosen); }
  });
})();
