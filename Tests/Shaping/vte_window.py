#!/usr/bin/python3
"""A bare VTE window that runs a command: the terminal of GNOME, Xfce and others without the rest.

vte_window.py COLUMNS ROWS FONT COMMAND...
"""
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
gi.require_version("Vte", "2.91")
from gi.repository import Gdk, GLib, Gtk, Pango, Vte  # noqa: E402


def colour(name):
    value = Gdk.RGBA()
    value.parse(name)
    return value


columns, rows, font = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
terminal = Vte.Terminal()
terminal.set_size(columns, rows)
terminal.set_font(Pango.FontDescription(font))
terminal.set_colors(colour("black"), colour("white"), [])
terminal.set_cursor_blink_mode(Vte.CursorBlinkMode.OFF)
window = Gtk.Window()
window.set_decorated(False)
window.add(terminal)
window.show_all()
window.move(0, 0)
terminal.spawn_async(
    Vte.PtyFlags.DEFAULT, None, sys.argv[4:], None, GLib.SpawnFlags.DEFAULT,
    None, None, -1, None, None, None,
)
Gtk.main()
