/* Pictures enlarged over the page, by finger, mouse and keyboard. Without this the link opens the
   picture itself. */
(function () {
  "use strict";
  var links = document.querySelectorAll(".resp-zoomable");
  if (!links.length || !window.HTMLDialogElement || !HTMLDialogElement.prototype.showModal) { return; }
  var dialog, stage, picture, size, opener;

  function element(name, kind, parent) {
    var made = document.createElement(name);
    made.className = "resp-zoom" + kind;
    parent.appendChild(made);
    return made;
  }

  function button(text, act, bar) {
    var made = element("button", "__button", bar);
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  function show(isLarge) {
    picture.classList.toggle("resp-zoom__img--large", isLarge);
    size.textContent = isLarge ? "看全图" : "再放大";
    size.setAttribute("aria-pressed", String(isLarge));
  }

  function toggle() {
    show(!picture.classList.contains("resp-zoom__img--large"));
  }

  function close() {
    document.documentElement.classList.remove("resp-is-zoomed");
    opener.focus();
  }

  function build() {
    dialog = element("dialog", "", document.body);
    dialog.setAttribute("aria-label", "放大的图片");
    var bar = element("div", "__bar", dialog);
    size = button("再放大", toggle, bar);
    button("关闭", function () { dialog.close(); }, bar);
    stage = element("div", "__stage", dialog);
    stage.tabIndex = 0;
    stage.setAttribute("role", "region");
    stage.setAttribute("aria-label", "图片，可用方向键移动");
    picture = element("img", "__img", stage);
    picture.addEventListener("click", toggle);
    dialog.addEventListener("close", close);
  }

  /* Whether the whole picture would be hardly larger here than it is on the page. */
  function isSmall(img) {
    var fits = Math.min(stage.clientWidth, stage.clientHeight * img.clientWidth / img.clientHeight);
    return fits < img.clientWidth * 1.2;
  }

  function open(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
    event.preventDefault();
    opener = event.currentTarget;
    if (!dialog) { build(); }
    var img = opener.querySelector("img");
    picture.src = opener.href;
    picture.alt = img.alt;
    document.documentElement.classList.add("resp-is-zoomed");
    dialog.showModal();
    show(isSmall(img));
    stage.scrollTop = stage.scrollLeft = 0;
  }

  Array.prototype.forEach.call(links, function (link) { link.addEventListener("click", open); });
})();
