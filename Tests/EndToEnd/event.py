"""A whole training of 40 made-up people: roster, tests, paper, two sites, report, certificates.

    event.py PATH-OF-SALA [--keep FOLDER]

Whatever the program is asked about the event is computed here from what the people answered, with
the key that stands in the sources of the questions. Nothing is copied from what the program says.
"""
import argparse
import concurrent.futures
import csv
import io
import json
import math
import os
import pathlib
import random
import shutil
import signal
import statistics
import tempfile
import time

from bench import Page, Prompts, Sala, check, ended, questions

EVENT = "kampot-1"
SEED = 20261126
PEOPLE = 40
# People by their place on the roster, from 0.
PROMPTED = range(0, 4)
TERMINAL = range(0, 25)
PAGES = range(25, 35)
PAPER = range(35, 40)
KILLED, DECLINES, MISTYPED, RETAKES = 0, 2, 10, 5
LATE = (33, 34)
NO_POST, SET_ASIDE = 11, 6
ABSENT, HALF = 13, 14
FORGOTTEN = 20

started = time.monotonic()


def step(words):
    print(f"ok    {words} ({time.monotonic() - started:.1f} s)", flush=True)


class Training:
    def __init__(self, binary, folder):
        self.folder = pathlib.Path(folder)
        self.sala = Sala(binary, self.folder / "kampot")
        self.school = Sala(binary, self.folder / "school")
        self.sources = {language: questions(language) for language in ("en", "km")}
        self.choose = random.Random(SEED)
        self.answers = {"pre": {}, "post": {}}
        self.is_forgotten = False

    # MARK: What people know

    def language(self, person):
        return "en" if person % 2 else "km"

    def answered(self, form, share):
        """An answer to each question of a form, of which about such a share is right."""
        given = {}
        for item in self.forms[form]:
            question = self.sources["en"][item]
            right = self.choose.random() < share
            given[item] = question.key if right else question.wrong(self.choose)
        return given

    def score(self, given):
        return sum(self.sources["en"][item].points(answer) for item, answer in given.items())

    def percent(self, occasion, person):
        given = self.answers[occasion][person]
        return 100 * self.score(given) / len(given)

    def file(self, name, given):
        path = self.folder / name
        path.write_text("item,answer\n" + "".join(
            f'{item},"{",".join(answer)}"\n' for item, answer in given.items()))
        return path

    # MARK: Before the event

    def prepare(self):
        self.sala.run("site", "init", "--name", "Kampot")
        self.sala.run(
            "event", "new", EVENT, "--title", "Kampot (made up)", "--title-km", "កំពត (សន្មត)",
            "--modules", "all", "--from", "2026-11-24", "--to", "2026-11-26", "--venue",
            "សាលាខេត្ត", "--province", "kampot", "--generation", 2, "--step",
            "provincial-training", "--taught-in", "km", "--trainers", "ts,vk", "--seed", 3)
        self.forms = {
            form: [row["item"] for row in self.sala.table("form", "show", form, "--format", "csv")
                   if row["table"] == "items"]
            for form in ("ila-a", "ila-b")}
        rows = io.StringIO()
        table = csv.writer(rows)
        table.writerow(["sex", "born", "province", "organisation", "office", "role", "sector",
                        "disability", "khmer-name", "latin-name", "phone"])
        for person in range(PEOPLE):
            table.writerow([
                self.sex(person), 1970 + person, "kampot", "Hall (made up)",
                f"Office-{person}-made-up", "clerk", "official" if person % 4 else "cso", "no",
                f"សន្មត ទី{person}", f"MADEUP Number{person:02}", f"0120000{person:02}"])
        roster = self.folder / "roster.csv"
        roster.write_text(rows.getvalue())
        enrolled = self.sala.table("event", "roster", EVENT, roster, "--format", "csv")
        check(len(enrolled) == PEOPLE, len(enrolled))
        self.codes = [row["code"] for row in enrolled]
        self.allocated = {
            occasion: [row[occasion] for row in enrolled] for occasion in ("pre", "post")}
        check(len(set(self.codes)) == PEOPLE, "codes given twice")
        for row in enrolled:
            check({row["pre"], row["post"]} == {"ila-a", "ila-b"}, row)
        count = self.allocated["pre"].count("ila-a")
        check(count == PEOPLE // 2, "not balanced:", count)
        # Somebody at the door types a code that is nobody's; a person sits down with it.
        self.wrong = self.sala.table("event", "roster", EVENT, "--count", 1, "--format", "csv")[0]
        cards = self.folder / "cards.html"
        self.sala.run("event", "cards", EVENT, "--out", cards)
        text = cards.read_text()
        check(all(code in text for code in self.codes), "a card is missing")
        check("MADEUP" not in text and "សន្មត ទី" not in text, "a name is on a card")
        self.sala.run("event", "open", EVENT, "--occasion", "pre")
        step("event, roster and cards")

    def sex(self, person):
        return "female" if person % 3 else "male"

    # MARK: Tests

    def plan(self, occasion, share):
        for person in range(PEOPLE):
            form = self.allocated[occasion][person]
            if occasion == "pre" and person == MISTYPED:
                form = self.wrong["pre"]
            self.answers[occasion][person] = self.answered(form, share)

    def start(self, code, occasion, person, *more):
        """Takes a test from a file of answers, in a process of its own."""
        path = self.file(f"{occasion}-{person}.csv", self.answers[occasion][person])
        return self.sala.start(
            "quiz", "--learner", code, "--event", EVENT, "--language", self.language(person),
            "--answers", path, *more)

    def prompts(self, person, *more):
        return Prompts(self.sala, self.codes[person], EVENT, self.language(person), *more)

    def type(self, prompts, person, items):
        source = self.sources[self.language(person)]
        for item in items:
            question = source[item]
            texts = dict(zip(question.letters, question.texts))
            prompts.answer(texts, self.answers["pre"][person][item])

    def pre_test(self):
        self.plan("pre", 0.5)
        typing = {person: self.prompts(person) for person in PROMPTED}
        for person, prompts in typing.items():
            shown = prompts.sit_down("2" if person == DECLINES else "1")
            check(self.codes[person] in shown and f"Office-{person}-made-up" in shown, shown)
        files = []
        for person in TERMINAL:
            if person not in PROMPTED:
                code = self.wrong["code"] if person == MISTYPED else self.codes[person]
                files.append(self.start(code, "pre", person, "--agree"))
        pages = {
            person: Page(self.sala, self.codes[person], EVENT, self.language(person))
            for person in PAGES if person not in LATE}
        step(f"{len(typing)} at prompts, {len(files)} from files, {len(pages)} on pages at once")
        for person, prompts in typing.items():
            items = self.forms[self.allocated["pre"][person]]
            if person == KILLED:
                self.type(prompts, person, items[:12])
                os.kill(prompts.terminal.pid, signal.SIGKILL)
                check(prompts.terminal.ended() == -9, "not killed")
                prompts.terminal.close()
                prompts = self.prompts(person)
                prompts.wait(Prompts.asks[self.language(person)])
                # The notice is not asked again, and the twelve answers are there.
                prompts.say("y", "១៣" if self.language(person) == "km" else "Question 13 of 30")
                items = items[12:]
            self.type(prompts, person, items)
            prompts.hand_in()
        step("prompts, one killed and gone on with, one declined")
        for process in files:
            ended(process)
        with concurrent.futures.ThreadPoolExecutor(len(pages)) as together:
            taken = {person: together.submit(page.take, self.answers["pre"][person])
                     for person, page in pages.items()}
        for person, page in taken.items():
            shown = page.result()
            check(self.codes[person] in shown and f"Office-{person}-made-up" in shown,
                  "nothing tells who sits down:", shown)
        step("files and pages")
        again = self.answered(self.allocated["pre"][RETAKES], 1)
        self.sala.run("quiz", "--learner", self.codes[RETAKES], "--event", EVENT, "--answers",
                      self.file("again.csv", again))

    def key_papers(self):
        """Each paper is keyed by two; one of the second made one mistake, which is settled."""
        slip = PAPER[1]
        for by in ("ts", "vk"):
            rows = ["code,item,answer,mark"]
            for person in PAPER:
                for place, (item, answer) in enumerate(self.answers["pre"][person].items()):
                    mark = ""
                    if person == PAPER[2] and place < 3:
                        mark = ("blank", "unclear", "double")[place]
                    if by == "vk" and person == slip and place == 7:
                        letters = self.sources["en"][item].letters
                        answer = [next(one for one in letters if [one] != answer)]
                    answer = "" if mark else ",".join(answer)
                    rows.append(f'{self.codes[person]},{item},"{answer}",{mark}')
            path = self.folder / f"paper-{by}.csv"
            path.write_text("\n".join(rows) + "\n")
            entry = ["results", "enter", EVENT, "--by", by, "--file", path, "--taken", "2026-11-24"]
            self.sala.run(*entry)
            if by == "ts":
                # The same hands cannot be the second ones.
                self.sala.run("results", "enter", EVENT, "--by", "ts", "--file", path, code=1)
        papers = self.sala.table("results", "papers", EVENT, "--format", "csv")
        waiting = {row["code"]: row for row in papers if row["differences"] not in ("", "0")}
        check(list(waiting) == [self.codes[slip]], waiting)
        self.sala.run("results", "settle", EVENT, "--by", "sr", text="1\n")
        for place, item in enumerate(list(self.answers["pre"][PAPER[2]])[:3]):
            self.answers["pre"][PAPER[2]][item] = []
        step("five papers keyed twice, one difference settled")

    def teach(self):
        self.sala.run("event", "teach", EVENT)
        page = Page(self.sala, self.codes[LATE[0]], EVENT, self.language(LATE[0]))
        page.take(self.answers["pre"][LATE[0]])
        ended(self.start(self.codes[LATE[1]], "pre", LATE[1], "--agree"))
        self.sala.run("event", "close", EVENT, "--occasion", "pre")
        # Nobody takes a test that is closed.
        path = self.file("closed.csv", self.answers["pre"][1])
        self.sala.run("quiz", "--learner", self.codes[1], "--event", EVENT, "--occasion", "pre",
                      "--answers", path, code=1)
        link = ("records", "link", "--from", self.wrong["code"], "--to",
                      self.codes[MISTYPED], "--reason", "read from the card wrongly", "--by", "ts")
        for day in (1, 2, 3):
            absent = [f"{ABSENT + 1}"] if day > 1 else []
            half = [f"{HALF + 1}"] if day == 3 else []
            present = [str(person + 1) for person in range(PEOPLE)
                       if str(person + 1) not in absent + half]
            if day == 1:
                # On the first day the person still goes by the wrong code.
                present[MISTYPED] = self.wrong["number"]
            more = (["--absent", *absent] if absent else []) + (["--half", *half] if half else [])
            self.sala.run("event", "attend", EVENT, "--day", day, "--present", ",".join(present),
                          *more)
            if day == 1:
                self.sala.run(*link)
        levels = [f"--level={name}=3" for name in
                  ("outcomes", "content", "participation", "respect", "practice", "time")]
        self.sala.run("event", "observe", EVENT, "--trainer", "ts", "--observer", "o1",
                      "--calibrated", "--module", "cse", "--day", 1, *levels)
        step("two late, teaching, attendance, observation, a mistyped code linked")

    def post_test(self):
        self.plan("post", 0.75)
        self.sala.run("event", "open", EVENT, "--occasion", "post")
        files = [self.start(self.codes[person], "post", person)
                 for person in range(PEOPLE) if person != NO_POST]
        for process in files:
            ended(process)
        attempts = [row for row in self.sala.table("event", "status", EVENT, "--format", "csv")
                    if row["table"] == "attempts" and row["code"] == self.codes[SET_ASIDE]
                    and row["occasion"] == "post-test"]
        check(len(attempts) == 1, attempts)
        self.sala.run("results", "set-aside", attempts[0]["attempt"], "--reason",
                      "another person sat at the laptop", "--by", "ts")
        step("post-test of 39 at once, one set aside")

    # MARK: What has to come out

    def matched(self):
        out = {DECLINES, NO_POST, SET_ASIDE, *LATE}
        return [person for person in range(PEOPLE) if person not in out]

    def scores(self, sala):
        """The points of every answer in the export are those of the key."""
        rows = sala.table("results", "export", "--event", EVENT)
        people = {code: person for person, code in enumerate(self.codes)}
        people[self.wrong["code"]] = MISTYPED
        found = {}
        for row in rows:
            person = people[row["code"]]
            if person == RETAKES and row["occasion"] == "pre" and "retake" in row["marks"]:
                continue
            given = self.answers[row["occasion"]][person][row["item"]]
            check(row["answer"].split(",") == given or (not row["answer"] and not given), row, given)
            points = self.sources["en"][row["item"]].points(given)
            check(float(row["score"] or 0) == points, row, given, points)
            found.setdefault((row["occasion"], person), []).append(row)
        for (occasion, person), given in found.items():
            check(len(given) == 30, occasion, person, len(given))
            marks = set(given[0]["marks"].split())
            wanted = set()
            if occasion == "pre" and person in LATE:
                wanted = {"late", "after-teaching"}
            if person == DECLINES:
                wanted = {"declined"}
            if (occasion, person) == ("post", SET_ASIDE):
                wanted = {"set-aside"}
            check(marks == wanted, occasion, person, marks, wanted)
        check(len(found) == 2 * PEOPLE - 1, len(found))
        return rows

    def report(self, sala):
        whole = json.loads(sala.run("report", "pre-post", "--event", EVENT, "--format", "json"))
        rows = {name: table["rows"] for name, table in whole["tables"].items()}
        matched = self.matched()
        before = [self.percent("pre", person) for person in matched]
        after = [self.percent("post", person) for person in matched]
        gains = [post - pre for pre, post in zip(before, after)]
        head = rows["headline"][0]
        check(head["n"] == len(matched), head, len(matched))
        error = statistics.stdev(gains) / math.sqrt(len(gains))
        for name, value in {
            "meanPre": statistics.mean(before), "meanPost": statistics.mean(after),
            "gain": statistics.mean(gains), "t": statistics.mean(gains) / error,
            "df": len(gains) - 1,
        }.items():
            check(abs(head[name] - value) < 1e-9 * max(1, abs(value)), name, head[name], value)
        check(rows["events"][0]["enrolled"] == PEOPLE, rows["events"])
        people = rows["attrition"][0]
        check({name: people[name] for name in people if name != "what"} == {
            "matched": len(matched), "preOnly": 2, "postOnly": len(LATE), "unfinished": 0,
            "excludedOnly": 1, "neverBegan": 0}, people)
        pre, post = rows["attempts"]
        check(pre["counted"] == PEOPLE - len(LATE) - 1, pre)
        check((pre["retakes"], pre["afterTeaching"], pre["declined"], pre["setAside"]) ==
              (1, len(LATE), 1, 0), pre)
        check(post["counted"] == PEOPLE - 3, post)
        check((post["retakes"], post["afterTeaching"], post["declined"], post["setAside"]) ==
              (0, 0, 1, 1), post)
        check(pre["inPairs"] == post["inPairs"] == len(matched), pre, post)
        modes = rows["modes"][0]
        wanted = {
            "terminal": sum(person in TERMINAL for person in matched),
            "page": sum(person in PAGES for person in matched),
            "paper": sum(person in PAPER for person in matched)}
        check({name: modes[name] for name in wanted} == wanted, modes, wanted)
        modes = rows["modes"][1]
        khmer = sum(self.language(person) == "km" for person in matched)
        check((modes["km"], modes["en"]) == (khmer, len(matched) - khmer), modes, khmer)
        modes = rows["modes"][0]
        keyed = [person for person in matched if person in PAPER]
        khmer = sum(self.language(person) == "km" for person in matched if person not in PAPER)
        check(khmer <= modes["km"] <= khmer + len(keyed), modes, khmer)
        check(modes["km"] + modes["en"] == len(matched), modes)
        self.report_by_sex(sala, matched)
        return whole

    def report_by_sex(self, sala, matched):
        """Groups that show figures have the right ones; nobody's stand alone or can be told."""
        whole = json.loads(sala.run(
            "report", "pre-post", "--event", EVENT, "--by", "sex", "--format", "json"))
        rows = {row["sex"]: row for row in whole["tables"]["groups"]["rows"]}
        groups = {}
        for person in matched:
            known = not (self.is_forgotten and person == FORGOTTEN)
            groups.setdefault(self.sex(person) if known else "not stated", []).append(person)
        check(set(groups) == set(rows), rows)
        hidden = 0
        for sex, people in groups.items():
            row = rows[sex]
            if row["meanPre"] is None:
                check(row["n"] is None, row)
                hidden += 1
                continue
            check(row["n"] == len(people) >= 5, row, len(people))
            for occasion, name in (("pre", "meanPre"), ("post", "meanPost")):
                mean = statistics.mean(self.percent(occasion, person) for person in people)
                check(abs(row[name] - mean) < 1e-9 * 100, name, row, mean)
        # Whoever is left out alone could be told from the sum over everybody.
        check(hidden == (2 if self.is_forgotten else 0), rows)

    def status(self):
        """What the trainer sees agrees: linked codes are one person."""
        tables = json.loads(self.sala.run("event", "status", EVENT, "--format", "json"))["tables"]
        row = tables["events"]["rows"][0]
        check((row["learners"], row["pre"], row["post"]) == (PEOPLE, PEOPLE, PEOPLE - 1), row)
        by_fate = {}
        for attempt in tables["attempts"]["rows"]:
            by_fate[attempt["marks"]] = by_fate.get(attempt["marks"], 0) + 1
        check(by_fate == {"": 2 * PEOPLE - 1 - len(LATE) - 3, "late after-teaching": len(LATE),
                          "retake": 1, "declined": 2, "set-aside": 1}, by_fate)
        days = [(row["full"], row["half"], row["absent"], row["unknown"])
                for row in tables["attendance"]["rows"]]
        check(days == [(PEOPLE, 0, 0, 0), (PEOPLE - 1, 0, 1, 0), (PEOPLE - 2, 1, 1, 0)], days)
        check(tables["observations"]["rows"][0]["calibrated"] == "yes", tables["observations"])

    def lists(self):
        rows = self.sala.table(
            "print", "completion-list", EVENT, "--register", "--format", "csv")
        rows = {row["code"]: row for row in rows}
        completed = []
        for person, code in enumerate(self.codes):
            row = rows[code]
            check(row["latinName"] == f"MADEUP Number{person:02}", row)
            days = {ABSENT: 1, HALF: 2.5}.get(person, 3)
            check(float(row["attended"]) == days, row)
            attended = days / 3 >= 0.8
            check(bool(row["attendance"]) == attended, row)
            complete = attended and person not in (NO_POST, SET_ASIDE)
            check(bool(row["completion"]) == complete, person, row)
            if complete:
                completed.append(row)
        check(self.wrong["code"] not in rows, "a code that is linked has a line of its own")
        out = self.folder / "certificates"
        self.sala.run("print", "certificates", EVENT, "--kind", "completion", "--register",
                      "--date", "2026-11-26", "--out", out, "--language", "en")
        text = "".join(path.read_text() for path in sorted(out.glob("*.html")))
        for person, code in enumerate(self.codes):
            printed = f"MADEUP Number{person:02}" in text
            check(printed == (rows[code] in completed), person, printed)
        self.sala.run("print", "verify", completed[0]["completion"], "--event", EVENT)
        self.sala.run("print", "verify", "4KQ7-M2XP-9ABC", "--event", EVENT, code=1)
        step(f"{len(completed)} certificates of completion")

    # MARK: Two sites

    def merge(self):
        self.school.run("site", "init", "--name", "NASLA")
        for one, other, name in (
            (self.school, self.sala, "school.key"), (self.sala, self.school, "kampot.key")):
            one.run("site", "export-key", "--out", self.folder / name)
            other.run("site", "trust", self.folder / name)
        self.sala.run("site", "sign")
        self.bundle = self.folder / "week.bundle"
        self.sala.run("records", "bundle", "--to", "NASLA", "--out", self.bundle)
        self.forged()
        self.school.run("records", "merge", self.bundle)
        rows = self.scores(self.school)
        report = self.report(self.school)
        self.school.run("records", "merge", self.bundle)
        check(self.school.table("results", "export", "--event", EVENT) == rows, "twice is not once")
        check(self.report(self.school) == report, "another report after the second merge")
        check(report["tables"] == self.report(self.sala)["tables"], "two sites, two reports")
        for sala in (self.sala, self.school):
            sala.run("results", "verify")
            sala.run("records", "check")
        for store in (self.sala.store, self.school.store):
            self.is_nowhere(store, "MADEUP")
        step("bundle to a second site, merged twice")

    def forged(self):
        """A file that was edited is found by every command that reads it, and nothing comes in."""
        copy = Sala(self.sala.binary, self.folder / "forged")
        shutil.copytree(self.sala.store, copy.store)
        item, answer = next(iter(self.answers["post"][1].items()))
        changed = 0
        for journal in copy.store.glob("journals/*.journal"):
            lines = journal.read_bytes().split(b"\n")
            for place, line in enumerate(lines):
                text = f'"text":"{answer[0]}"'.encode()
                if b'"answer-given"' in line and item.encode() in line and text in line:
                    lines[place] = line.replace(text, text.replace(
                        answer[0].encode(), b"b" if answer[0] == "a" else b"a"))
                    changed += 1
                    break
            journal.write_bytes(b"\n".join(lines))
            if changed:
                break
        check(changed == 1, "nothing was forged")
        copy.run("records", "check", code=1)
        copy.run("results", "verify", code=1)
        def held():
            return {path.name: path.read_bytes()
                    for path in self.school.store.glob("journals/*.journal")}

        before = held()
        self.school.run("records", "merge", copy.store, code=1)
        data = bytearray(self.bundle.read_bytes())
        for place in (len(data) // 2, len(data) - 1):
            edited = bytearray(data)
            edited[place] ^= 1
            path = self.folder / "edited.bundle"
            path.write_bytes(bytes(edited))
            self.school.run("records", "merge", path, code=1)
        path.write_bytes(bytes(data[:-100]))
        self.school.run("records", "merge", path, code=1)
        check(held() == before, "something came in")
        events = self.school.table("event", "status", "--format", "csv")
        check(not events, "an event came in", events)
        step("a forged journal and edited bundles are refused")

    def is_nowhere(self, store, text):
        for path in pathlib.Path(store).rglob("*"):
            if path.is_file():
                check(text.encode() not in path.read_bytes(), text, "stands in", path)

    def forget(self):
        older = self.folder / "older"
        shutil.copytree(self.sala.store, older)
        office = f"Office-{FORGOTTEN}-made-up"
        rows = self.sala.run("results", "export", "--event", EVENT).count("\n")
        code = self.codes[FORGOTTEN]
        self.sala.run("records", "forget", code, "--reason", "asked for it", "--by", "ts",
                      SALA_PASSPHRASE="a wrong passphrase", code=1)
        self.sala.run("records", "forget", code, "--reason", "asked for it", "--by", "ts")
        self.is_nowhere(self.sala.store, office)
        names = self.sala.run("register", "list", EVENT, "--format", "csv")
        check(f"MADEUP Number{FORGOTTEN:02}" not in names, "the name is still there")
        check(names.count("MADEUP") == PEOPLE - 1, names)
        self.sala.run("records", "merge", older)
        self.is_nowhere(self.sala.store, office)
        check(self.sala.run("results", "export", "--event", EVENT).count("\n") == rows, "rows")
        listed = self.sala.run("print", "completion-list", EVENT, "--format", "csv")
        check(code not in listed, "a person who is forgotten stands on a list")
        self.sala.run("records", "bundle", "--to", "NASLA", "--out", self.bundle)
        self.school.run("records", "merge", self.bundle)
        self.is_nowhere(self.school.store, office)
        self.is_forgotten = True
        self.report(self.sala)
        self.report(self.school)
        for sala in (self.sala, self.school):
            sala.run("results", "verify")
            sala.run("records", "check")
        step("one forgotten; an older copy brings nothing back")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sala")
    parser.add_argument("--keep", help="leave the stores in this folder")
    options = parser.parse_args()
    folder = options.keep or tempfile.mkdtemp()
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    try:
        training = Training(options.sala, folder)
        training.prepare()
        training.pre_test()
        training.key_papers()
        training.teach()
        training.post_test()
        training.scores(training.sala)
        training.report(training.sala)
        training.status()
        step("points, marks and report as computed here")
        training.lists()
        training.merge()
        training.forget()
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"event: {PEOPLE} people from roster to certificate, "
          f"{time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
