"""Queries in processes of their own, which can be ended: Oxigraph itself cannot be interrupted.

A process takes over a copy of the data once and then answers one query after another. It is ended when a query takes
too long or too much memory, and the next query starts another. What runs in it stands in `sobkb.isolated`.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sobkb.errors import QueryError, QueryTooLargeError

if TYPE_CHECKING:
    from sobkb.querying import QueryResult

MOST_PROCESSES = 4
"""Queries about one store that are answered at the same time; others wait for their turn."""

_PROGRAM = "import sys; sys.path[:] = {path!r}; from sobkb.isolated import answer_queries; answer_queries()"


class Data(NamedTuple):
    """Where a process finds the data.

    Attributes:
        place: A file of N-Quads, or the folder of a store on disk.
        is_folder: True when it is a folder.
    """

    place: str
    is_folder: bool


class Task(NamedTuple):
    """What a process is asked to do.

    Attributes:
        query: SPARQL.
        most_rows: Most rows or triples the answer may have; None for any number.
        memory: Bytes the process may take beyond what it has when it gets the query.
    """

    query: str
    most_rows: int | None
    memory: int


class Processes:
    """The processes that answer queries about one store; none is started before the first query.

    Args:
        folder: The store, where it is on disk.
        dump: Writes the data to a file of N-Quads, where it is not.
    """

    def __init__(self, folder: str | None, dump: Callable[[str], object]) -> None:
        self._folder = folder
        self._dump = dump
        self._begin()

    def _begin(self) -> None:
        self._owner = os.getpid()
        self._idle: list[_Process] = []
        self._turns = threading.Semaphore(MOST_PROCESSES)
        self._finish = weakref.finalize(self, _end_all, self._idle)

    def query(self, task: Task, timeout: float | None) -> QueryResult:
        """Have a query answered.

        Args:
            task: The query with its limits.
            timeout: Seconds it may take; None for any time. Starting a process does not count.

        Raises:
            TimeoutError: Time is up.
            QueryTooLargeError: It took too much memory, or its answer has too many rows.
            QueryError: It cannot be run.
        """
        if self._owner != os.getpid():  # this is a copy of the process whose children they are
            self._finish.detach()
            self._begin()
        if not self._turns.acquire(timeout=timeout):
            raise TimeoutError
        try:
            process = self._take()
            try:
                return process.answer(task, timeout)
            finally:
                if process.lives:
                    self._idle.append(process)
        finally:
            self._turns.release()

    def _take(self) -> _Process:
        with suppress(IndexError):
            while True:
                process = self._idle.pop()
                if process.is_running:
                    return process
                process.end()
        if self._folder is not None:
            return _Process(Data(self._folder, is_folder=True))
        with tempfile.TemporaryDirectory(prefix="sobkb-") as passing:
            file = os.path.join(passing, "data.nq")  # noqa: PTH118 - a string is what goes out
            self._dump(file)
            return _Process(Data(file, is_folder=False))

    def close(self) -> None:
        """End the processes that wait for a query."""
        _end_all(self._idle)


class _Process:
    """A process that holds the data and answers queries."""

    def __init__(self, data: Data) -> None:
        try:
            self._child = subprocess.Popen(  # noqa: S603 - this very Python, and a program of ours
                [sys.executable, "-c", _PROGRAM.format(path=sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise QueryError(f"no process can be started for the query ({error})") from None
        self._to, self._from = cast("Any", self._child.stdin), cast("Any", self._child.stdout)
        self.lives = True
        try:
            self._ask(data)
        except (EOFError, OSError, pickle.UnpicklingError):
            self.end()
            raise QueryError("the process started for the query ended before it had the data") from None
        except BaseException:
            self.end()
            raise

    @property
    def is_running(self) -> bool:
        """False also when somebody else ended it."""
        return self._child.poll() is None

    def answer(self, task: Task, timeout: float | None) -> QueryResult:
        """Have a query answered; where no answer comes back, the process is ended."""
        deadline = None if timeout is None else monotonic() + timeout
        clock = None
        if timeout is not None:
            clock = threading.Timer(min(timeout, threading.TIMEOUT_MAX), self._child.kill)
            clock.daemon = True
            clock.start()
        try:
            return cast("QueryResult", self._ask(task))
        except QueryTooLargeError:
            self.end()  # what it holds is not given back to the system
            raise
        except QueryError:
            raise
        except (EOFError, OSError, pickle.UnpicklingError):
            self.end()
            if deadline is not None and monotonic() >= deadline:
                raise TimeoutError from None
            raise self._what_ended_it(task) from None
        except BaseException:
            self.end()
            raise
        finally:
            if clock is not None:
                clock.cancel()
                if deadline is not None and monotonic() >= deadline:
                    self.end()  # the clock may have struck meanwhile

    def _what_ended_it(self, task: Task) -> QueryError:
        if self._child.returncode in (-signal.SIGSEGV, -getattr(signal, "SIGBUS", 0)):
            return QueryError("the query is too complicated: it went too deep")
        return QueryTooLargeError(task.memory, "bytes")

    def _ask(self, question: Data | Task) -> object:
        pickle.dump(question, self._to)
        self._to.flush()
        found = pickle.load(self._from)  # noqa: S301 - written by our own program
        if isinstance(found, BaseException):
            raise found
        return found

    def end(self) -> None:
        """End the process now, whatever it does."""
        self.lives = False
        self._child.kill()
        for stream in (self._to, self._from):
            with suppress(OSError):
                stream.close()
        self._child.wait()


def _end_all(idle: list[_Process]) -> None:
    while idle:
        idle.pop().end()
