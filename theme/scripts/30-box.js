/* 查一查 on every page: what is asked goes to the page of the finder behind the # of its address,
   which browsers keep to themselves. There, theme/finder/page.js takes over. */
(function () {
  "use strict";
  /* As the finder: what is longer says nothing new. */
  var MOST = 2000;

  function prepare(form) {
    var field = form.querySelector("[data-box-field]");
    var clear = form.querySelector("[data-box-clear]");
    var submit = form.querySelector("[type=submit]");
    var isElsewhere = form.action.split(/[?#]/)[0] !== location.href.split(/[?#]/)[0];

    function show() {
      if (clear) { clear.hidden = !field.value; }
    }

    form.addEventListener("submit", function (event) {
      var text = field.value.trim().slice(0, MOST).replace(/[\ud800-\udbff]$/, "");
      if (!isElsewhere) { return; }
      event.preventDefault();
      if (!text) { field.focus(); return; }
      try {
        location.href = form.action.split(/[?#]/)[0] + "#q=" + encodeURIComponent(text);
      } catch (broken) { field.focus(); /* half a character: not a text */ }
    });
    /* Enter asks; a new line is Shift and Enter. Not while an input method is at work. */
    field.addEventListener("keydown", function (event) {
      if (event.keyCode === 13 && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        submit.click();
      }
    });
    if (clear) {
      clear.addEventListener("click", function () {
        field.value = "";
        show();
        field.focus();
      });
    }
    field.addEventListener("input", show);
    show();
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-box]"), prepare);
})();
