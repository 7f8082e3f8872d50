/* Small helps on every page: the reader's theme, banners whose time is over, copying, printing.
   Everything on the page works without them. */
(function () {
  "use strict";
  var KEY = "huiying-theme";
  var root = document.documentElement;

  function remembered() {
    try { return localStorage.getItem(KEY); } catch (refused) { return null; }
  }

  function remember(theme) {
    try { localStorage.setItem(KEY, theme); } catch (refused) { /* then it lasts for this page */ }
  }

  function isDark() {
    return (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "")) === "dark";
  }

  function toggleTheme(button) {
    function show() {
      button.textContent = isDark() ? "浅色" : "深色";
    }
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember(root.dataset.theme);
      show();
    });
    button.hidden = false;
    show();
  }

  function takeDown(banner) {
    var left = Date.parse(banner.dataset.until) - Date.now();
    if (left <= 0) {
      banner.hidden = true;
    } else if (left < 86400000) {
      setTimeout(takeDown, left + 500, banner);
    }
  }

  function say(button, text) {
    var place = button.parentNode.querySelector("[role=status]");
    place.textContent = text;
    setTimeout(function () { place.textContent = ""; }, 4000);
  }

  function copy(button) {
    button.addEventListener("click", function () {
      var address = document.querySelector("link[rel=canonical]");
      var done = navigator.clipboard
        ? navigator.clipboard.writeText(address ? address.href : location.href)
        : Promise.reject();
      done.then(
        function () { say(button, "已复制"); },
        function () { say(button, "请从地址栏复制"); }
      );
    });
  }

  /* Lists of nodes have no forEach in old engines. */
  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  var theme = remembered();
  if (theme === "dark" || theme === "light") {
    root.dataset.theme = theme;
  }
  each("[data-action=theme]", toggleTheme);
  each("[data-until]", takeDown);
  each("[data-action=copy]", copy);
  each("[data-action=print]", function (button) {
    button.addEventListener("click", function () { window.print(); });
  });
  each("[data-needs-script]", function (part) { part.hidden = false; });
})();
