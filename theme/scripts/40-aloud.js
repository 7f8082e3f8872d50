/* 朗读: the page read out by the browser's own voice, paragraph by paragraph: title, verdict, then
   the rest as it stands. Offered only where there is a Chinese voice. A pause is a stop that knows its
   place, as phones cannot be relied on to pause a voice. */
(function () {
  "use strict";
  var speech = window.speechSynthesis;
  var main = document.getElementById("content");
  var bar = document.querySelector("[data-aloud]");
  var offer = document.querySelector("[data-aloud-offer]");
  if (!speech || !main || !bar || !offer) { return; }

  /* What is no text, or text that only helps to handle the page. */
  var SKIPPED = "script,style,svg,img,video,audio,iframe,nav,form,button,summary,details:not([open])," +
    "[aria-hidden=true],.resp-anchor,.resp-printed";
  var INLINE = /^(A|ABBR|B|BDI|CITE|CODE|DEL|EM|I|INS|KBD|MARK|Q|S|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|WBR)$/;
  /* Voices fetched over a network fall silent after some seconds of one utterance. */
  var PIECE = /.{1,60}(?:[，、：]|$)|.{1,60}/g;

  var parts = [];
  var at = 0;
  var piece = 0;
  var turn = 0;
  var isOn = false;
  var rate = Number(recall()) || 1;

  function recall() {
    try { return localStorage.getItem("huiying-rate"); } catch (refused) { return null; }
  }

  function find(name) { return bar.querySelector("[data-aloud-" + name + "]"); }

  function chinese() {
    var found = speech.getVoices().filter(function (voice) { return /^(zh|cmn)/i.test(voice.lang); });
    /* A voice of the device before one that sends the text elsewhere; Putonghua before others. */
    function rank(voice) { return (voice.localService ? 0 : 2) + (/cn|hans/i.test(voice.lang) ? 0 : 1); }
    return found.sort(function (a, b) { return rank(a) - rank(b); })[0];
  }

  function isSkipped(node) { return node.matches(SKIPPED) || !node.getClientRects().length; }

  /* The words of one element. Boxes side by side are not one word: a comma stands between them. */
  function words(element) {
    return Array.prototype.map.call(element.childNodes, function (node) {
      if (node.nodeType === 3) { return node.nodeValue; }
      if (node.nodeType !== 1 || isSkipped(node)) { return ""; }
      return getComputedStyle(node).display === "inline" ? words(node) : "，" + words(node) + "，";
    }).join("");
  }

  function tidy(text) {
    return text.replace(/\s+/g, " ").replace(/ ?([，。：；！？]) ?/g, "$1").replace(/([，。：；！？“])，+/g, "$1")
      .replace(/，+(?=[。；！？”])/g, "").replace(/^[，\s]+|[，\s]+$/g, "");
  }

  function collect(element) {
    var run = "";
    function flush() {
      var text = tidy(run);
      if (text) { parts.push({ element: element, text: text }); }
      run = "";
    }
    if (element.tagName === "TR") {
      run = words(element);
    } else {
      Array.prototype.forEach.call(element.childNodes, function (node) {
        if (node.nodeType === 3) { run += node.nodeValue; return; }
        if (node.nodeType !== 1 || isSkipped(node)) { return; }
        if (INLINE.test(node.tagName)) {
          run += getComputedStyle(node).display === "inline" ? words(node) : "，" + words(node) + "，";
        } else { flush(); collect(node); }
      });
    }
    flush();
  }

  /* Readers who listen cannot glance: what is true comes before where it stands on the page. */
  function order() {
    function weight(part) {
      return part.element.tagName === "H1" ? 0 : part.element.matches(".resp-stamp") ? 1 : 2;
    }
    parts = parts.map(function (part, place) { return [weight(part), place, part]; })
      .sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; })
      .map(function (entry) { return entry[2]; });
  }

  function pieces(text) {
    return (text.match(/[^。！？；]+[。！？；]*/g) || []).reduce(function (all, sentence) {
      return all.concat(sentence.match(PIECE));
    }, []).filter(function (said) { return /[^，、。：；！？\s]/.test(said); });
  }

  function mark(element) {
    var old = main.querySelector("[data-aloud-now]");
    if (old) { old.removeAttribute("data-aloud-now"); }
    if (!element) { return; }
    element.setAttribute("data-aloud-now", "");
    var box = element.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight - bar.offsetHeight) { element.scrollIntoView({ block: "center" }); }
  }

  /* A cancelled utterance also ends: what it says then is not for this turn. Where nothing is said,
     nothing is cancelled: some phones lose what is spoken right after it. */
  function silence() {
    turn += 1;
    if (speech.speaking || speech.pending) { speech.cancel(); }
  }

  function speak() {
    turn += 1;
    if (at >= parts.length) { stop(); return; }
    var mine = turn;
    var said = pieces(parts[at].text);
    if (piece >= said.length) { at += 1; piece = 0; speak(); return; }
    var utterance = new SpeechSynthesisUtterance(said[piece]);
    utterance.voice = chinese();
    utterance.lang = utterance.voice ? utterance.voice.lang : "zh-CN";
    utterance.rate = rate;
    utterance.onend = function () {
      if (mine === turn) { piece += 1; speak(); }
    };
    utterance.onerror = function () {
      if (mine === turn) { pause(); }
    };
    mark(parts[at].element);
    find("place").textContent = "第" + (at + 1) + "段，共" + parts.length + "段";
    speech.speak(utterance);
  }

  function pause() {
    isOn = false;
    silence();
    find("pause").textContent = "继续";
  }

  function go() {
    isOn = true;
    find("pause").textContent = "暂停";
    silence();
    speak();
  }

  function start() {
    Array.prototype.forEach.call(document.querySelectorAll("audio, video"), function (one) { one.pause(); });
    parts = [];
    at = piece = 0;
    collect(main);
    order();
    bar.hidden = false;
    document.documentElement.setAttribute("data-reading", "");
    find("pause").focus();
    go();
  }

  function stop() {
    var wasHere = bar.contains(document.activeElement);
    pause();
    mark(null);
    bar.hidden = true;
    document.documentElement.removeAttribute("data-reading");
    if (wasHere) { document.querySelector("[data-modes] summary").focus(); }
  }

  function showRate() {
    Array.prototype.forEach.call(bar.querySelectorAll("[data-aloud-rate]"), function (button) {
      button.setAttribute("aria-pressed", String(Number(button.value) === rate));
    });
  }

  function changeRate(event) {
    if (!event.target.matches("[data-aloud-rate]")) { return; }
    rate = Number(event.target.value);
    try { localStorage.setItem("huiying-rate", rate); } catch (refused) { /* for this page */ }
    showRate();
    if (isOn) { go(); }
  }

  function show() { offer.hidden = !chinese(); }

  offer.querySelector("button").addEventListener("click", function () {
    document.querySelector("[data-modes]").open = false;
    start();
  });
  find("pause").addEventListener("click", function () { if (isOn) { pause(); } else { go(); } });
  find("stop").addEventListener("click", stop);
  bar.addEventListener("click", changeRate);
  /* Events of players do not bubble, but they are seen on their way down. */
  document.addEventListener("play", function () { if (isOn) { pause(); } }, true);
  addEventListener("pagehide", silence);
  speech.onvoiceschanged = show;
  showRate();
  show();
})();
