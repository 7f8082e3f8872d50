/* 阅读设置: the size of type and the colours a reader chooses. Each group of buttons sets one
   attribute of the page; theme/first.js sets them again on the next page before it is seen. */
(function () {
  "use strict";
  var root = document.documentElement;
  var panel = document.querySelector("[data-modes]");
  if (!panel) { return; }
  var buttons = Array.prototype.slice.call(panel.querySelectorAll("[data-sets]"));

  function current(name) { return root.getAttribute("data-" + name) || ""; }

  function show() {
    buttons.forEach(function (button) {
      var isOn = current(button.getAttribute("data-sets")) === button.value;
      button.setAttribute("aria-pressed", String(isOn));
    });
    /* A drawing is as wide as the screen and cannot grow with the type; its words can. */
    if (current("type")) {
      Array.prototype.forEach.call(document.querySelectorAll(".resp-drawings ~ details"), function (words) {
        words.open = true;
      });
    }
  }

  function set(name, value) {
    if (value) { root.setAttribute("data-" + name, value); } else { root.removeAttribute("data-" + name); }
  }

  function remember(name, value) {
    try {
      if (value) { localStorage.setItem("huiying-" + name, value); } else { localStorage.removeItem("huiying-" + name); }
    } catch (refused) { /* then it lasts for this page */ }
  }

  function close(toSummary) {
    if (!panel.open) { return; }
    panel.open = false;
    if (toSummary) { panel.querySelector("summary").focus(); }
  }

  buttons.forEach(function (button) {
    button.addEventListener("click", function () {
      set(button.getAttribute("data-sets"), button.value);
      remember(button.getAttribute("data-sets"), button.value);
      show();
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.keyCode === 27) { close(true); }
  });
  document.addEventListener("click", function (event) {
    if (!panel.contains(event.target)) { close(false); }
  });
  /* A page that comes back as it was left may have been left with other choices. */
  addEventListener("pageshow", function (event) {
    if (!event.persisted) { return; }
    ["theme", "type"].forEach(function (name) {
      try { set(name, localStorage.getItem("huiying-" + name)); } catch (refused) { /* as it is */ }
    });
    show();
  });
  show();
  panel.removeAttribute("data-waits");
})();
