/* Small helps on every page: banners whose time is over, copying, printing.
   Everything on the page works without them. */
(function () {
  "use strict";
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

  each("[data-until]", takeDown);
  each("[data-action=copy]", copy);
  each("[data-action=print]", function (button) {
    button.addEventListener("click", function () { window.print(); });
  });
  each("[data-needs-script]", function (part) { part.hidden = false; });
})();
