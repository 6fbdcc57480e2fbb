"""A program in a real pseudo-terminal, with an emulator that shows what a person would see."""
import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
import unicodedata

import pyte
import pyte.screens

# As glibc and most terminals count: a spacing vowel sign takes a column.
count = pyte.screens.wcwidth
pyte.screens.wcwidth = lambda char: 1 if unicodedata.category(char) == "Mc" else count(char)


class Terminal:
    """One window with one program in it."""

    def __init__(self, command, environment, columns=80, rows=24, folder="."):
        self.columns, self.rows = columns, rows
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.screen)
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.raw = b""
        self.status = None
        master, slave = pty.openpty()
        self.master, self.slave = master, slave
        # As terminals do, the emulator says where its cursor stands when it is asked.
        self.screen.write_process_input = self.send
        self._size(columns, rows)
        self.before = termios.tcgetattr(slave)
        self.pid = os.fork()
        if self.pid == 0:
            try:
                os.setsid()
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
                for number in (0, 1, 2):
                    os.dup2(slave, number)
                os.closerange(3, 64)
                os.chdir(folder)
                os.execvpe(command[0], command, environment)
            finally:
                os._exit(127)

    def _size(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.screen.resize(rows, columns)
        self._size(columns, rows)

    def send(self, keys):
        os.write(self.master, keys if isinstance(keys, bytes) else keys.encode())

    def pump(self, seconds=0.0):
        """Reads what there is, for at most so long; False at the end of the program's output."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        if not data:
            return False
        self.raw += data
        # pyte stops at marks that take no column, and does not know the question for its name.
        text = "".join(
            char for char in self.decoder.decode(data) if unicodedata.category(char) != "Mn")
        self.stream.feed(re.sub(r"\x1b\[>[0-9;]*q", "", text))
        return True

    def settle(self, quiet=0.12, most=5.0):
        """Waits until nothing more is written."""
        end = time.monotonic() + most
        while time.monotonic() < end:
            size = len(self.raw)
            if not self.pump(quiet) or len(self.raw) == size:
                return

    def wait_for(self, wanted, most=10.0):
        """Waits until a text, or what a function finds, is on the screen."""
        test = wanted if callable(wanted) else lambda: wanted in self.text
        end = time.monotonic() + most
        while time.monotonic() < end:
            if test():
                return True
            if not self.pump(0.05):
                break
        return test()

    @property
    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self):
        return "\n".join(line for line in self.lines if line)

    @property
    def cursor_line(self):
        return self.lines[self.screen.cursor.y]

    def ended(self, most=10.0):
        """Waits for the end of the program; returns its code, or minus the signal."""
        end = time.monotonic() + most
        while self.status is None and time.monotonic() < end:
            self.pump(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                while select.select([self.master], [], [], 0.05)[0] and self.pump():
                    pass
        return self.status

    @property
    def mode(self):
        return termios.tcgetattr(self.slave)

    @property
    def is_restored(self):
        return self.mode == self.before

    def close(self):
        if self.status is None:
            try:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
        for descriptor in (self.master, self.slave):
            try:
                os.close(descriptor)
            except OSError:
                pass
