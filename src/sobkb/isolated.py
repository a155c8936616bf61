"""What runs in a process that answers queries for another (see `sobkb.isolation`).

It reads pickled questions from its standard input and writes pickled answers to its standard output. It ends when
nobody can ask any more, also in the middle of a query.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from contextlib import suppress
from queue import SimpleQueue
from typing import BinaryIO

from sobkb.errors import QueryError, QueryTooLargeError
from sobkb.isolation import Data, Task
from sobkb.patience import STACK
from sobkb.querying import QueryResult, TripleStore, open_copy

Question = Data | Task


def answer_queries() -> None:
    """Answer questions until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other process is asked to stop, and sees to it
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing else may come between the answers
    questions: SimpleQueue[Question] = SimpleQueue()
    threading.stack_size(STACK)
    threading.Thread(target=_answer_all, args=(questions, answers), daemon=True).start()
    with suppress(EOFError):
        while True:
            questions.put(pickle.load(sys.stdin.buffer))  # noqa: S301 - written by the process that started this one
    os._exit(0)


def _answer_all(questions: SimpleQueue[Question], answers: BinaryIO) -> None:
    try:
        store: TripleStore | None = None
        while True:
            question = questions.get()
            if isinstance(question, Data):
                store = open_copy(question.place, is_folder=question.is_folder)
                answer: object = True
            else:
                assert store is not None
                answer = _answer(store, question)
            pickle.dump(answer, answers)
            answers.flush()
            del answer
    except BaseException:  # noqa: BLE001 - without an answer there is nothing left to do
        os._exit(1)


def _answer(store: TripleStore, task: Task) -> QueryResult | QueryError:
    _limit(task.memory)
    try:
        return store.query(task.query, timeout=None, most_rows=task.most_rows)
    except QueryError as error:
        return error
    except MemoryError:
        _limit(None)
        return QueryTooLargeError(task.memory, "bytes")


def _limit(memory: int | None) -> None:
    """Let this process take so much more memory, where the system can see to that, and leave no core file."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - a limit in force spares imports
            taken = int(file.read().split()[0]) * resource.getpagesize()
        most = resource.RLIM_INFINITY if memory is None else taken + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    except (ImportError, OSError, ValueError):  # no Linux, or a limit from outside that is lower
        pass
