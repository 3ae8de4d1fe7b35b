"""Work beside each other: answers come in order, faults come out, and a signal ends it at once."""

import signal
import subprocess
import sys
import threading

import pytest

from planner.solving.beside import answers

ENDLESS = """
import sys, threading
from planner.solving.beside import answers
def work(_):
    print("begun", flush=True)
    threading.Event().wait()
list(answers(work, [1, 2, 3], 2))
"""


def test_answers_come_in_the_order_of_the_pieces():
    second_done = threading.Event()

    def work(piece: int) -> int:
        if piece == 1:
            assert second_done.wait(60)  # so the second is done before the first
        if piece == 2:
            second_done.set()
        return 10 * piece

    assert list(answers(work, [1, 2, 3], 2)) == [10, 20, 30]
    assert list(answers(work, [], 2)) == []


def test_no_more_than_asked_is_done_at_once():
    now, most, lock, meet = [0], [0], threading.Lock(), threading.Barrier(2)

    def work(_: int) -> None:
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        meet.wait(60)
        with lock:
            now[0] -= 1

    list(answers(work, range(6), 2))
    assert most[0] == 2


def test_a_fault_comes_out_where_its_answer_would():
    def work(piece: int) -> int:
        if piece == 2:
            raise ValueError("two")
        return piece

    found = answers(work, [1, 2, 3], 2)
    assert next(found) == 1
    with pytest.raises(ValueError, match="two"):
        next(found)


def test_ctrl_c_waits_for_nothing():
    command = [sys.executable, "-c", ENDLESS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
        assert child.stdout.readline() == "begun\n"
        child.send_signal(signal.SIGINT)
        assert child.wait(60) != 0
