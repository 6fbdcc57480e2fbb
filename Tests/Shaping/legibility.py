#!/usr/bin/python3
"""Can Khmer be read in a terminal? Real questions on real screens, read back by an OCR program.

legibility.py PATH-OF-SALA [--lines N] [--styles] [--keep FOLDER]

Forty strings of the real questions, the ten longest among them, are shown by xterm and by a VTE
terminal on a virtual screen, once as plain text and once as `sala text draw` draws them; the same
lines, font and size both times. Each line is cut out of the screenshot, its ink resized to five
heights, and read by tesseract. The character error rate (CER) is the number of edits that turn
what was read into what was written, over the characters written, spaces left out; its mean is
over all lines and ALL heights, without picking any.

Exit code 1 where drawn text misses a target in a terminal: a CER of at most 0.10, and at most a
third of plain text's. Where a program that this needs is not installed it says so and gives 0.

  --lines N      the lines measured of each string (default 2: the first and the middle one; 0: all)
  --styles       measure the other styles too; they have no target
  --keep FOLDER  keep the screenshots
"""
import argparse
import concurrent.futures
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HEIGHTS = (24, 36, 48, 66, 90)
FONT, POINTS = "DejaVu Sans Mono", 12
STRINGS, LONGEST = 40, 10
# As wide as a line of about 30 letters; every way of showing gets the same lines.
LINE_COLUMNS = 94
PAGE_ROWS = 150
MOST_ERRORS, MOST_SHARE = 0.10, 1 / 3
# What `TerminalProbe` suggests for each.
STYLES = {"vte": "sextants", "xterm": "quadrants"}


def missing():
    """Returns what is not installed, in words, or None."""
    for program, package in (
        ("Xvfb", "xvfb"), ("xterm", "xterm"), ("tesseract", "tesseract-ocr"),
    ):
        if not shutil.which(program):
            return f"{program} is not installed (Debian: {package})"
    languages = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True)
    if "khm" not in languages.stdout.split():
        return "tesseract has no Khmer (Debian: tesseract-ocr-khm)"
    try:
        import PIL.ImageGrab  # noqa: F401
    except ImportError:
        return "Python has no Pillow (Debian: python3-pil)"
    check = "import gi; gi.require_version('Vte', '2.91'); gi.require_version('Gtk', '3.0')"
    if subprocess.run(["/usr/bin/python3", "-c", check], capture_output=True).returncode:
        return "there is no VTE for Python (Debian: python3-gi gir1.2-gtk-3.0 gir1.2-vte-2.91)"
    fonts = subprocess.run(["fc-list", FONT], capture_output=True, text=True).stdout
    if not fonts.strip():
        return f"there is no font {FONT} (Debian: fonts-dejavu-core)"
    return None


def strings():
    """Returns the ten longest stems and thirty more stems and options, the same each time."""
    stems, options = set(), set()
    for path in sorted((ROOT / "assessments").glob("*/*.items.km.md")):
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        for line in body.splitlines():
            option = re.match(r"- [(\[].[)\]] (.+)", line)
            text = option.group(1) if option else line
            if not re.match("[\u1780-\u17ff“]", text):
                continue
            (options if option else stems).add(text.replace("\u200b", "").strip())
    longest = sorted(stems, key=lambda text: (-len(text), text))[:LONGEST]
    rest = sorted((stems | options) - set(longest))
    return longest + random.Random(40).sample(rest, STRINGS - LONGEST)


def draw(sala, style, texts, columns):
    """Returns for each text its drawn lines, each a pair of its text and its rows."""
    mark = "= = ="
    source = "".join(f"{text}\n{mark}\n" for text in texts)
    output = subprocess.run(
        [sala, "text", "draw", "--style", style, "--columns", str(columns), "--captions"],
        input=source, capture_output=True, text=True, check=True, encoding="utf-8",
    ).stdout
    result, lines = [], []
    for row in output.splitlines():
        if row == "# " + mark:
            # What follows is the mark's own drawing, which belongs to no text.
            result.append(lines)
            lines = []
        elif row.startswith("# "):
            lines.append((row[2:], []))
        elif lines:
            lines[-1][1].append(row)
    return result


class Screen:
    """A virtual screen with one terminal on it that shows a text."""

    def __init__(self, terminal, columns, rows, text, folder):
        self.columns, self.rows = columns, rows
        self.size = (columns * 12 + 40, rows * 24 + 40)
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "%dx%dx24" % self.size,
             "-nolisten", "tcp"],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.display = ":" + pipe.readline().strip()
        path, done = folder / "shown.txt", folder / "shown.done"
        path.write_text(text, encoding="utf-8")
        done.unlink(missing_ok=True)
        show = ["sh", "-c", "printf '\\033[?25l'; cat \"$0\"; touch \"$1\"; exec sleep 600",
                str(path), str(done)]
        commands = {
            "xterm": ["xterm", "-u8", "-fa", FONT, "-fs", str(POINTS), "-b", "0", "-bw", "0", "+sb",
                      "-bg", "white", "-fg", "black", "-geometry", f"{columns}x{rows}+0+0", "-e"],
            "vte": ["/usr/bin/python3", str(pathlib.Path(__file__).parent / "vte_window.py"),
                    str(columns), str(rows), f"{FONT} {POINTS}"],
        }
        environment = dict(os.environ, DISPLAY=self.display, LC_ALL="C.UTF-8", GDK_BACKEND="x11",
                           NO_AT_BRIDGE="1", GSETTINGS_BACKEND="memory")
        self.terminal = subprocess.Popen(
            commands[terminal] + show, env=environment, stderr=subprocess.DEVNULL)
        for _ in range(300):
            if done.exists():
                break
            time.sleep(0.1)
        else:
            self.close()
            raise SystemExit(f"legibility: {terminal} did not show the text within 30 s")

    def picture(self):
        """Returns the screen in grey once it has stopped changing, cut to the terminal."""
        from PIL import ImageGrab

        last = None
        for _ in range(60):
            time.sleep(0.4)
            grab = ImageGrab.grab(xdisplay=self.display).convert("L")
            if last is not None and grab.tobytes() == last.tobytes() and grab.getbbox():
                break
            last = grab
        # The screen behind the terminal is black, the terminal's ground is white.
        box = grab.getbbox()
        if box[2] >= self.size[0] or box[3] >= self.size[1]:
            raise SystemExit("legibility: the terminal is larger than the virtual screen")
        return grab.crop(box)

    def close(self):
        for process in (self.terminal, self.server):
            process.kill()
            process.wait()


def photograph(terminal, blocks, folder, keep):
    """Returns a picture of the ink of each block of rows, as the terminal shows it."""
    from PIL import Image, ImageOps

    columns = max(cells(row) for rows in blocks for row in rows) + 2
    pages, page, used = [], [], 0
    for rows in blocks:
        if used + len(rows) + 2 > PAGE_ROWS:
            pages.append(page)
            page, used = [], 0
        page.append((used + 1, rows))
        used += len(rows) + 1
    pages.append(page)
    pictures = []
    for number, page in enumerate(pages):
        text = "\r\n" + "\r\n\r\n".join("\r\n".join(rows) for _, rows in page)
        screen = Screen(terminal, columns, PAGE_ROWS, text, folder)
        try:
            picture = screen.picture()
        finally:
            screen.close()
        if keep:
            picture.save(f"{keep}-{number + 1}.png")
        height = picture.height / PAGE_ROWS
        for top, rows in page:
            # Half a row more above and below: plain letters reach out of their cells.
            cut = picture.crop((0, round((top - 0.5) * height), picture.width,
                                round((top + len(rows) + 0.5) * height)))
            ink = ImageOps.invert(cut).getbbox()
            pictures.append(cut.crop(ink) if ink else Image.new("L", (8, 8), 255))
    return pictures


def read(pictures, folder):
    """Returns what tesseract reads of each picture at each height: {height: [text]}."""
    from PIL import Image

    jobs = []
    for height in HEIGHTS:
        paths = []
        for index, picture in enumerate(pictures):
            width = max(1, round(picture.width * height / picture.height))
            sheet = Image.new("L", (width + 40, height + 40), 255)
            sheet.paste(picture.resize((width, height), Image.LANCZOS), (20, 20))
            paths.append(folder / f"{height}-{index}.png")
            sheet.save(paths[-1])
        for part in range(2):
            jobs.append((height, part, paths[part::2]))

    def run(job):
        height, part, paths = job
        if not paths:
            return job, []
        listing = folder / f"{height}-{part}.txt"
        listing.write_text("".join(f"{path}\n" for path in paths))
        output = subprocess.run(
            ["tesseract", str(listing), "-", "-l", "khm", "--psm", "7", "--dpi", "150"],
            env=dict(os.environ, OMP_THREAD_LIMIT="1"), capture_output=True, text=True,
            encoding="utf-8", check=True,
        ).stdout
        return job, output.split("\f")

    result = {height: [""] * len(pictures) for height in HEIGHTS}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        for (height, part, paths), texts in pool.map(run, jobs):
            for place in range(len(paths)):
                result[height][part + 2 * place] = texts[place]
    return result


def normal(text):
    return re.sub(r"[\s\u200b-\u200d\u2060]", "", unicodedata.normalize("NFC", text))


def edits(first, second):
    """The edit distance of Levenshtein."""
    row = list(range(len(second) + 1))
    for index, one in enumerate(first, 1):
        above, row = row, [index]
        for place, other in enumerate(second, 1):
            row.append(min(above[place] + 1, row[-1] + 1, above[place - 1] + (one != other)))
    return row[-1]


def cells(row):
    """The columns of a row, as glibc counts them."""
    return sum(unicodedata.category(letter) not in ("Mn", "Me", "Cf") for letter in row)


def measure(terminal, name, texts, blocks, keep):
    """Shows, reads and reports; returns the mean CER."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        path = keep / f"{terminal}-{name}" if keep else None
        readings = read(photograph(terminal, blocks, folder, path), folder)
    letters = sum(len(normal(text)) for text in texts)
    rates = [
        sum(edits(normal(text), normal(read)) for text, read in zip(texts, readings[height]))
        / letters
        for height in HEIGHTS
    ]
    mean = sum(rates) / len(rates)
    columns = 30 * sum(max(map(cells, rows)) for rows in blocks) / sum(map(len, texts))
    heights = sorted(len(rows) for rows in blocks)
    print(f"{terminal:6} {name:10} {mean:9.3f}   {min(rates):.3f}-{max(rates):.3f}"
          f"   {columns:5.0f} x {heights[len(heights) // 2]} (at most {heights[-1]})", flush=True)
    return mean


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("sala")
    parser.add_argument("--lines", type=int, default=2)
    parser.add_argument("--styles", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path)
    options = parser.parse_args()
    reason = missing()
    if reason:
        print(f"legibility: skipped: {reason}")
        return 0
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    sala = str(pathlib.Path(options.sala).resolve())
    started = time.monotonic()
    texts = []
    for lines in draw(sala, "sextants", strings(), LINE_COLUMNS):
        chosen = lines if options.lines < 1 or len(lines) <= options.lines else [
            lines[index * len(lines) // options.lines] for index in range(options.lines)]
        texts += [text for text, _ in chosen]
    print(f"legibility: {STRINGS} strings, {len(texts)} lines, "
          f"{sum(len(normal(text)) for text in texts)} characters, {FONT} {POINTS} pt")
    print("screen shown as    CER mean   CER by height   cells for 30 characters")
    good = True
    for terminal, style in STYLES.items():
        plain = measure(terminal, "plain", texts, [[text] for text in texts], options.keep)
        others = [name for name in ("sextants", "small", "quadrants", "braille", "large")
                  if options.styles and name != style]
        for name in [style] + others:
            drawn = draw(sala, name, texts, 2000)
            if any(len(lines) != 1 for lines in drawn):
                print("legibility: a line was broken that should not be")
                return 1
            blocks = [lines[0][1] for lines in drawn]
            rate = measure(terminal, name, texts, blocks, options.keep)
            if name == style and (rate > MOST_ERRORS or rate > plain * MOST_SHARE):
                good = False
                print(f"legibility: {name} misses its target in {terminal}: at most "
                      f"{min(MOST_ERRORS, plain * MOST_SHARE):.3f}")
    print(f"legibility: {'all targets met' if good else 'FAILED'}, "
          f"{time.monotonic() - started:.0f} s")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
