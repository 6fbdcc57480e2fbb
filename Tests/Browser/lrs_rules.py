"""What an xAPI statement in a cmi5 session must be like (xAPI 1.0.3 Data, cmi5 sections 9 and 10)."""

import datetime
import re
import uuid

VERBS = "http://adlnet.gov/expapi/verbs/"
CONTEXT = "https://w3id.org/xapi/cmi5/context/"
CMI5 = CONTEXT + "categories/cmi5"
MOVE_ON = CONTEXT + "categories/moveon"
SESSION = CONTEXT + "extensions/sessionid"
MASTERY = CONTEXT + "extensions/masteryscore"
PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"
DEFINED = ["initialized", "completed", "passed", "failed", "terminated"]
DURATION = re.compile(r"P(?=.)(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)")
IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
LISTS = {
    "true-false": set(), "choice": {"choices"}, "fill-in": set(), "long-fill-in": set(),
    "matching": {"source", "target"}, "performance": {"steps"}, "sequencing": {"choices"},
    "likert": {"scale"}, "numeric": set(), "other": set(),
}


class Wrong(Exception):
    """A rule that a statement breaks."""


def need(holds, words):
    if not holds:
        raise Wrong(words)


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_iri(value):
    return isinstance(value, str) and IRI.fullmatch(value) is not None


def is_language_map(value):
    return isinstance(value, dict) and len(value) > 0 and all(
        LANGUAGE.fullmatch(code) and isinstance(text, str) and text for code, text in value.items())


def only(value, known, words):
    need(isinstance(value, dict), f"{words} is an object")
    need(set(value) <= set(known), f"{words} knows no {set(value) - set(known)}")


def holds_template(value, template):
    """Whether all that the LMS has put into a context is still there."""
    if isinstance(template, dict):
        return isinstance(value, dict) and all(
            key in value and holds_template(value[key], own) for key, own in template.items())
    if isinstance(template, list):
        return isinstance(value, list) and all(one in value for one in template)
    return value == template


def check_score(score):
    only(score, ["scaled", "raw", "min", "max"], "a score")
    need(all(is_number(one) for one in score.values()), "a score is of numbers")
    if "scaled" in score:
        need(-1 <= score["scaled"] <= 1, "a scaled score is within -1 and 1")
    if "raw" in score:
        need("min" in score and "max" in score, "a raw score has a least and a most")
        need(score["min"] <= score["raw"] <= score["max"], "a raw score is within its bounds")


def check_result(result):
    only(result, ["score", "success", "completion", "response", "duration", "extensions"], "a result")
    if "score" in result:
        check_score(result["score"])
    for name in ["success", "completion"]:
        need(isinstance(result.get(name, True), bool), f"{name} is true or false")
    need(isinstance(result.get("response", ""), str), "a response is a text")
    if "duration" in result:
        need(DURATION.fullmatch(result["duration"]), f"no duration: {result['duration']}")
    need(all(map(is_iri, result.get("extensions", {}))), "an extension has an IRI")
    if PROGRESS in result.get("extensions", {}):
        share = result["extensions"][PROGRESS]
        need(isinstance(share, int) and 0 <= share <= 100, "progress is a whole percent")


def check_response(definition, response):
    """Whether a response is of its type and names only what the definition lists."""
    kind = definition["interactionType"]
    ids = {name: [one["id"] for one in definition.get(name, [])] for name in LISTS[kind]}
    parts = response.split("[,]")
    if kind == "true-false":
        need(response in ("true", "false"), f"{response} is neither true nor false")
    elif kind == "choice":
        need(set(parts) <= set(ids["choices"]), f"{response} is not among the choices")
    elif kind == "sequencing":
        need(sorted(parts) == sorted(ids["choices"]), f"{response} is not all of the choices")
    elif kind == "likert":
        need(response in ids["scale"], f"{response} is not on the scale")
    elif kind == "matching":
        pairs = [part.split("[.]") for part in parts]
        need(all(len(pair) == 2 and pair[0] in ids["source"] and pair[1] in ids["target"]
                 for pair in pairs), f"{response} is no list of pairs")
    elif kind == "numeric":
        need(re.fullmatch(r"-?\d+(\.\d+)?", response), f"{response} is no number")


def check_interaction(statement):
    definition = statement["object"].get("definition", {})
    only(definition, {"type", "name", "description", "interactionType", "correctResponsesPattern",
                      "choices", "scale", "source", "target", "steps", "moreInfo", "extensions"},
         "a definition")
    need(definition.get("type") == "http://adlnet.gov/expapi/activities/cmi.interaction",
         "an interaction has its type")
    kind = definition.get("interactionType")
    need(kind in LISTS, f"no kind of interaction: {kind}")
    for name in ["name", "description"]:
        need(is_language_map(definition.get(name)), f"an interaction's {name} has languages")
    lists = {"choices", "scale", "source", "target", "steps"} & set(definition)
    need(lists <= LISTS[kind], f"{kind} has no {lists - LISTS[kind]}")
    for name in lists:
        ids = [one["id"] for one in definition[name]]
        need(len(set(ids)) == len(ids) and all(re.fullmatch(r"\S+", one) for one in ids),
             f"ids of {name} are distinct and without spaces")
        need(all(is_language_map(one.get("description")) for one in definition[name]),
             f"{name} have words in languages")
    need("correctResponsesPattern" not in definition, "a test does not tell its key")
    if statement.get("result", {}).get("response"):
        check_response(definition, statement["result"]["response"])


def check_form(statement):
    """What xAPI asks of every statement."""
    only(statement, ["id", "actor", "verb", "object", "result", "context", "timestamp"], "a statement")
    need(all(name in statement for name in ["id", "actor", "verb", "object", "context", "timestamp"]),
         "a statement is whole")
    need(str(uuid.UUID(statement["id"])) == statement["id"], "an id is a UUID")
    need(uuid.UUID(statement["id"]).version == 4, "an id is by chance")
    only(statement["verb"], ["id", "display"], "a verb")
    need(is_iri(statement["verb"]["id"]) and is_language_map(statement["verb"]["display"]),
         "a verb has an IRI and words")
    only(statement["object"], ["objectType", "id", "definition"], "an object")
    need(is_iri(statement["object"]["id"]), "an object has an IRI")
    need(statement["timestamp"].endswith("Z"), "a timestamp is in UTC")
    datetime.datetime.fromisoformat(statement["timestamp"].replace("Z", "+00:00"))
    check_result(statement.get("result", {}))
    only(statement["context"], ["registration", "contextActivities", "extensions", "language",
                                "platform", "revision"], "a context")
    for name, activities in statement["context"].get("contextActivities", {}).items():
        need(name in ("category", "grouping", "parent", "other"), f"no context activities: {name}")
        need(all(is_iri(one["id"]) for one in activities), "context activities have IRIs")


def check_defined(statement, verb, session):
    """What cmi5 asks of its own verbs."""
    result = statement.get("result", {})
    need(statement["object"]["id"] == session.activity, "cmi5's verbs are about the page itself")
    wants = {"completed": {"completion": True}, "passed": {"success": True},
             "failed": {"success": False}}.get(verb, {})
    for name in ["success", "completion"]:
        need(result.get(name) == wants.get(name), f"{verb} with {name} {result.get(name)}")
    if verb in ("completed", "passed", "failed", "terminated"):
        need("duration" in result, f"{verb} has a duration")
    need(verb in ("passed", "failed") or "score" not in result, f"{verb} has no score")
    categories = [one["id"] for one in statement["context"]["contextActivities"]["category"]]
    need((MOVE_ON in categories) == bool(wants), f"the category moveOn of {verb}")
    need(len(set(categories)) == len(categories), "a category stands once")
    if verb in ("passed", "failed"):
        score = result.get("score", {})
        need(0 <= score.get("scaled", 0) <= 1, "a scaled score is within 0 and 1")
        need(all(isinstance(score.get(name, 0), int) for name in ["raw", "min", "max"]),
             "raw, min and max are whole")
        extensions = statement["context"]["extensions"]
        need(extensions.get(MASTERY) == session.mastery, "the mastery score is that of the launch")
        if session.mastery is not None and "scaled" in score:
            need((score["scaled"] >= session.mastery) == (verb == "passed"),
                 f"{verb} with {score['scaled']} of {session.mastery}")
    if verb == "completed":
        need(PROGRESS not in result.get("extensions", {}), "completed tells no progress")


def check(statement, session, earlier):
    """Raises `Wrong` for a statement that may not follow those of the same registration."""
    check_form(statement)
    own = [one for one in earlier if one["context"]["extensions"][SESSION] == session.id]
    need(statement["actor"] == session.actor, "the actor is that of the launch")
    context = statement["context"]
    need(context.get("registration") == session.registration, "the registration is the launch's")
    need(holds_template(context, session.template), "the context keeps what the LMS has put there")
    categories = [one["id"] for one in context["contextActivities"].get("category", [])]
    is_defined = CMI5 in categories
    verb = statement["verb"]["id"].removeprefix(VERBS)
    said = [one["verb"]["id"].removeprefix(VERBS) for one in own]
    before = [one["verb"]["id"].removeprefix(VERBS) for one in earlier]
    need(is_defined == (verb in DEFINED), f"{verb} and the category cmi5 do not go together")
    if not own:
        need(verb == "initialized", f"the first statement is initialized, not {verb}")
    else:
        need(statement["timestamp"] >= own[-1]["timestamp"], "statements follow each other in time")
    need("terminated" not in said, f"{verb} after terminated")
    if is_defined:
        need(verb not in said, f"{verb} twice in a session")
        need(not (verb in ("passed", "failed") and {"passed", "failed"} & set(said)),
             "passed or failed, and once in a session")
        need(not (verb in ("completed", "passed") and verb in before), f"{verb} twice in all")
        need(not (verb == "failed" and "passed" in before), "failed after passed")
        check_defined(statement, verb, session)
    else:
        need(MOVE_ON not in categories, "only cmi5's verbs are of the category moveOn")
        if verb == "answered":
            check_interaction(statement)
    if session.mode != "Normal":
        need(verb in ("initialized", "terminated"), f"{verb} in mode {session.mode}")
