"""What a terminal gets: a line that says how far long work is, and pages of `explain` drawn; a pipe gets neither."""

import os
import pty
import subprocess
import sys
import tempfile
import time

ipfacts = sys.argv[1]
os.environ["TERM"] = "xterm"
os.environ.pop("NO_COLOR", None)


def read(fd, until=None):
    """What comes from a terminal until it closes, or until some bytes have come."""
    got = b""
    while until is None or until not in got:
        try:
            piece = os.read(fd, 65536)
        except OSError:
            break
        if not piece:
            break
        got += piece
    return got


def on_terminal(arguments, stdout):
    """Starts the program with a terminal as standard error, and as standard output too if none is given."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([ipfacts, *arguments], stdin=subprocess.DEVNULL, stdout=stdout or theirs, stderr=theirs)
    os.close(theirs)
    return process, ours


def long_work(folder, *options):
    """Checks four drafts, of which two keep the program waiting; returns what the terminal got, before and in all."""
    plain = [os.path.join(folder, name) for name in ("a.md", "b.md")]
    slow = [os.path.join(folder, name) for name in ("c.md", "d.md")]
    for path in plain:
        open(path, "w", encoding="utf-8").write("Nothing to see.\n")
    for path in slow:
        if os.path.exists(path):
            os.remove(path)
        os.mkfifo(path)
    process, terminal = on_terminal(["check", *options, *plain, *slow], subprocess.PIPE)
    time.sleep(1.2)
    open(slow[0], "w", encoding="utf-8").write("Nothing here.\n")
    before = b"" if "--quiet" in options else read(terminal, b" of 4 drafts")
    open(slow[1], "w", encoding="utf-8").write("Nothing here.\n")
    assert process.wait(timeout=20) == 0
    return before, before + read(terminal)


with tempfile.TemporaryDirectory() as folder:
    before, whole = long_work(folder)
    assert "3 of 4 drafts" in before.decode(), before
    assert b"\r\x1b[K0 contradicted" in whole, f"the line stays: {whole}"
    _, whole = long_work(folder, "--quiet")
    assert whole == b"", f"a quiet run draws: {whole}"

    # Work that is done at once says nothing of it.
    quick = [os.path.join(folder, name) for name in ("a.md", "b.md")]
    process, terminal = on_terminal(["check", *quick], subprocess.DEVNULL)
    assert b"drafts" not in read(terminal) and process.wait() == 0

process, terminal = on_terminal(["explain", "wrong-rank"], None)
drawn = read(terminal).decode()
assert process.wait() == 0 and drawn.startswith("\x1b[1mwrong-rank\x1b[0m\r\n"), drawn
piped = subprocess.run([ipfacts, "explain", "wrong-rank"], capture_output=True, text=True, check=True).stdout
assert piped.startswith("# wrong-rank\n") and "\x1b" not in piped, piped
print("terminal: progress comes and goes, pages are drawn")
