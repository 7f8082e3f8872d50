/*! Huiying v1: the height of embedded frames; <huiying-card> and <huiying-list>. No other page is changed. */
(function (win, doc) {
  "use strict";
  // A host's element of that name would stand before the document's own property.
  var find = Document.prototype.querySelectorAll, create = Document.prototype.createElement;
  var current = Object.getOwnPropertyDescriptor(Document.prototype, "currentScript");
  var script = current && current.get.call(doc);
  var place = /^((https?:\/\/[^\/?#]+)\/(?:[^?#]*\/)?)embed\/v1\.js(?:[?#]|$)/.exec((script && script.src) || "");
  if (!place) { return; }
  var base = place[1], origin = place[2];
  var TALLEST = 2000, LONG = 20000, MOST = 20;
  var RECORD = /^(?:topics|responses|rumours|interpretations|briefings|qa|surveys)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
  var KIND = /^(?:topics|responses|rumours|interpretations|briefings|qa|surveys)$/;
  var TOPIC = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

  // Inside a frame: say how tall the page is. A height is no secret.
  function tell() {
    win.parent.postMessage({ huiying: 1, height: Math.ceil(doc.body.getBoundingClientRect().height) }, "*");
  }
  if (win.parent !== win && win.location.href.indexOf(base + "embed/") === 0) {
    win.addEventListener("message", function (event) {
      if (event.source === win.parent && event.data && event.data.huiying === 1) { tell(); }
    });
    if (win.ResizeObserver) { new win.ResizeObserver(tell).observe(doc.body); }
    win.addEventListener("resize", tell);
    win.addEventListener("load", tell);
    tell();
    return;
  }

  // On a host's page: only a frame of ours gets the height it asks for.
  function isOurs(frame) { return frame.src.indexOf(base + "embed/") === 0; }
  function isSandboxed(frame) {
    var flags = frame.getAttribute("sandbox");
    return flags !== null && !/(^|\s)allow-same-origin(\s|$)/i.test(flags);
  }
  function frames() { return Array.prototype.filter.call(find.call(doc, "iframe"), isOurs); }
  win.addEventListener("message", function (event) {
    var data = event.data;
    if (!event.source || !data || data.huiying !== 1) { return; }
    if (typeof data.height !== "number" || !isFinite(data.height) || data.height < 1) { return; }
    frames().forEach(function (frame) {
      var from = isSandboxed(frame) ? "null" : origin;
      if (frame.contentWindow !== event.source || event.origin !== from) { return; }
      var most = /\/(?:page|lists\/[^\/]+)\.html(?:[?#]|$)/.test(frame.src) ? LONG : TALLEST;
      frame.style.height = Math.min(Math.ceil(data.height), most) + "px";
    });
  });
  // Frames may have spoken before.
  function ask() {
    frames().forEach(function (frame) {
      if (frame.contentWindow) { frame.contentWindow.postMessage({ huiying: 1 }, "*"); }
    });
  }
  win.addEventListener("load", ask);
  ask();

  function value(element, name, pattern) {
    var text = element.getAttribute(name) || "";
    return text.length <= 120 && pattern.test(text) ? text : "";
  }
  function pathOfCard(element) {
    var record = value(element, "record", RECORD);
    return record && "fragments/" + record + ".html";
  }
  function pathOfList(element) {
    var topic = value(element, "topic", TOPIC), kind = value(element, "kind", KIND);
    if ((element.hasAttribute("topic") && !topic) || (element.hasAttribute("kind") && !kind)) { return ""; }
    return "fragments/lists/" + (topic ? "topic-" + topic : kind || "newest") + ".html";
  }
  // What stands inside shows until there is something better; nothing is empty.
  function resting(element) {
    if (/\S/.test(element.textContent)) { return create.call(doc, "slot"); }
    var link = create.call(doc, "a");
    link.href = base;
    link.textContent = "查看官方回应";
    return link;
  }
  function show(element, path) {
    var rest = resting(element), root = element.shadowRoot || element.attachShadow({ mode: "open" });
    while (root.firstChild) { root.removeChild(root.firstChild); }
    root.appendChild(rest);
    var request = root.huiying = new XMLHttpRequest();
    if (!path) { return; }
    request.open("GET", base + path);
    // Under Trusted Types nobody turns text into elements.
    request.responseType = "document";
    request.onload = function () {
      var found = root.huiying === request && request.status === 200 && request.response && find.call(request.response, ".resp-embed")[0];
      if (found) { dress(element, root, Document.prototype.importNode.call(doc, found, true)); }
    };
    request.send();
  }
  function dress(element, root, made) {
    var style = create.call(doc, "link");
    style.rel = "stylesheet";
    style.href = base + "embed/v1.css";
    style.onload = function () { if (root.contains(style)) { root.replaceChild(made, root.firstChild); } };
    var limit = Number(value(element, "limit", /^[1-9][0-9]?$/)) || MOST;
    Array.prototype.slice.call(made.querySelectorAll(".resp-embed__item"), limit).forEach(function (item) {
      item.parentNode.removeChild(item);
    });
    root.appendChild(style);
  }
  function define(name, path) {
    if (!win.customElements || !win.Reflect || win.customElements.get(name)) { return; }
    function Made() { return win.Reflect.construct(HTMLElement, [], Made); }
    Made.prototype = Object.create(HTMLElement.prototype);
    Made.prototype.constructor = Made;
    function draw(element) {
      // Where a host has taken away what this needs, the link inside stays.
      try { show(element, path(element)); } catch (lacking) { /* right as it is */ }
    }
    Made.observedAttributes = ["record", "topic", "kind", "limit"];
    Made.prototype.attributeChangedCallback = function () { if (this.shadowRoot) { draw(this); } };
    Made.prototype.connectedCallback = function () {
      // While the page still comes, what stands inside is not there yet.
      var later = draw.bind(null, this);
      if (doc.readyState === "loading") { win.addEventListener("DOMContentLoaded", later); } else { later(); }
    };
    win.customElements.define(name, Made);
  }
  define("huiying-card", pathOfCard);
  define("huiying-list", pathOfList);
})(window, document);
