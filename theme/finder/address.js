/* The text that is asked, and how it stands in the address. */

var MOST_ASKED = 2000;
/* So much of a text stands in the address, and so again in the field after the way back. */
var MOST_KEPT = 20000;

/* What the address asks: behind the #, else behind the ?, from where it is moved at once. */
function askedOf(address) {
  var hash = address.split("#").slice(1).join("#");
  var query = address.split("#")[0].split("?").slice(1).join("?");
  function valueIn(pairs) {
    var found = pairs.split("&").filter(function (pair) { return pair.slice(0, 2) === "q="; });
    try { return decodeURIComponent((found[0] || "").slice(2).replace(/\+/g, " ")); } catch (broken) { return ""; }
  }
  return valueIn(hash) || valueIn(query);
}

function addressOf(text) {
  var pairs = location.search.slice(1).split("&").filter(function (pair) {
    return pair && pair.slice(0, 2) !== "q=";
  });
  var address = location.pathname + (pairs.length ? "?" + pairs.join("&") : "");
  return text ? address + "#q=" + encodeURIComponent(text) : address;
}

/* A text without what is around it, at most so long, without half characters: no address can hold one. */
function cut(text, most) {
  return text.trim().slice(0, most).replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, function (found) {
    return found.length > 1 ? found : "";
  });
}

/* What is asked of a text. */
function trimmed(text) { return cut(text, MOST_ASKED); }

function addressFor(text) { return addressOf(cut(text, MOST_KEPT)); }
