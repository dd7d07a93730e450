"""Runs a program on a terminal of its own and types answers: terminal.py ANSWERS PROGRAM ARGUMENT...

ANSWERS is a file of lines "question<TAB>answer". An answer is typed when its question is the last line that the
program printed. All that the terminal shows goes to standard output; the exit code is the program's.
"""
import os
import pty
import sys

answers = [line.split("\t", 1) for line in open(sys.argv[1], encoding="utf-8").read().splitlines()]
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[2], sys.argv[2:])
shown = b""
while True:
    try:
        some = os.read(terminal, 65536)
    except OSError:
        break
    if not some:
        break
    shown += some
    sys.stdout.buffer.write(some)
    sys.stdout.buffer.flush()
    for question, answer in answers:
        if shown.split(b"\n")[-1] == (question + ": ").encode():
            os.write(terminal, (answer + "\n").encode())
            shown = b""
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
