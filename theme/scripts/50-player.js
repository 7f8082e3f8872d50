/* Recordings: a click on a part plays it here, what is being said is marked, only one plays at a
   time; films on other platforms come after a click. Without this the links open the file there. */
(function () {
  "use strict";

  function list(found) {
    return Array.prototype.slice.call(found);
  }

  function mark(link, isNow) {
    var said = link.closest(".resp-said");
    if (isNow) {
      link.setAttribute("aria-current", "true");
    } else {
      link.removeAttribute("aria-current");
    }
    if (said) { said.classList.toggle("resp-said--now", isNow); }
  }

  function follow(media, links) {
    var current = null;
    media.addEventListener("timeupdate", function () {
      var now = null;
      links.forEach(function (link) {
        if (Number(link.dataset.seek) <= media.currentTime + 0.05) { now = link; }
      });
      if (now === current) { return; }
      if (current) { mark(current, false); }
      if (now) { mark(now, true); }
      current = now;
    });
  }

  function seek(media, seconds) {
    function jump() { media.currentTime = seconds; }
    if (media.readyState) {
      jump();
    } else {
      media.addEventListener("loadedmetadata", function once() {
        media.removeEventListener("loadedmetadata", once);
        jump();
      });
    }
    var started = media.play();
    if (started && started.catch) { started.catch(function () { /* the reader presses play */ }); }
  }

  function join(media) {
    var source = media.querySelector("source");
    var links = list(document.querySelectorAll("[data-seek]")).filter(function (link) {
      return source && link.href.split("#")[0] === source.src;
    });
    links.forEach(function (link) {
      link.addEventListener("click", function (event) {
        event.preventDefault();
        seek(media, Number(link.dataset.seek));
      });
    });
    if (links.length) { follow(media, links); }
    media.addEventListener("play", function () {
      list(document.querySelectorAll("audio, video")).forEach(function (other) {
        if (other !== media) { other.pause(); }
      });
    });
  }

  function fetchPlayer(button) {
    button.addEventListener("click", function () {
      var frame = document.createElement("iframe");
      var place = button.closest(".resp-player__away");
      var poster = place.querySelector(".resp-player__poster");
      frame.className = "resp-player__frame";
      frame.title = button.dataset.title;
      frame.allow = "fullscreen; encrypted-media";
      frame.setAttribute("allowfullscreen", "");
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
      frame.referrerPolicy = "no-referrer";
      frame.src = button.dataset.player;
      if (poster) { place.removeChild(poster); }
      place.insertBefore(frame, place.firstChild);
      button.parentNode.removeChild(button);
      frame.focus();
    });
  }

  list(document.querySelectorAll("audio, video")).forEach(join);
  list(document.querySelectorAll("[data-player]")).forEach(fetchPlayer);
})();
