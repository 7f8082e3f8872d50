/* 查一查 on every page: what is asked goes to the page of the finder behind the # of its address,
   which browsers keep to themselves. There, theme/finder/page.js takes over. */
(function () {
  "use strict";
  /* What the finder's page keeps in its address. */
  var MOST = 20000;

  /* Characters of two halves, and halves alone, which no address can hold. */
  var HALVES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

  function whole(found) { return found.length > 1 ? found : ""; }

  function prepare(form) {
    var field = form.querySelector("[data-box-field]");
    var clear = form.querySelector("[data-box-clear]");
    var hint = form.querySelector("[data-box-hint]");
    var submit = form.querySelector("[type=submit]");
    var isElsewhere = form.action.split(/[?#]/)[0] !== location.href.split(/[?#]/)[0];

    function show() {
      if (clear) { clear.hidden = !field.value; }
    }

    form.addEventListener("submit", function (event) {
      var text = field.value.trim().slice(0, MOST);
      if (!isElsewhere) { return; }
      event.preventDefault();
      if (!text) { field.focus(); return; }
      location.href = form.action.split(/[?#]/)[0] + "#q=" + encodeURIComponent(text.replace(HALVES, whole));
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
    if (hint) { hint.textContent = hint.getAttribute("data-box-hint"); }
    field.addEventListener("input", show);
    show();
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-box]"), prepare);
})();
