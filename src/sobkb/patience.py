"""Waiting for work that cannot be interrupted, and giving it up when time is up."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from queue import SimpleQueue
from time import monotonic
from typing import Generic, TypeVar

from sobkb.errors import QueryError, QueryTooLargeError

T = TypeVar("T")

MOST_LEFT = 3
"""Pieces of work that were given up and may still be running before no more is taken."""

STACK = 64 * 1024 * 1024
"""Bytes of stack for a thread that runs a query: a parser goes deep where brackets do, and dies where it ends."""

_GLANCE = 0.1  # seconds between looks at what work does


class _Job(Generic[T]):
    """A piece of work and what came of it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self.work = work
        self.done = threading.Lock()
        self.done.acquire()
        self.results: list[T] = []
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.results.append(self.work())
        except BaseException as error:  # noqa: BLE001 - handed to the caller's thread
            self.error = error.with_traceback(None)  # its frames hold what only this thread may drop
        self.done.release()


class _Worker:
    """A thread that does one job after another; starting a thread for each takes longer than most queries."""

    def __init__(self) -> None:
        self.jobs: SimpleQueue[_Job[object] | None] = SimpleQueue()
        self.thread = threading.Thread(target=self._work, name="sobkb-query", daemon=True)
        usual = threading.stack_size(STACK)
        try:
            self.thread.start()
        finally:
            threading.stack_size(usual)

    def _work(self) -> None:
        while (job := self.jobs.get()) is not None:
            job.run()
            del job


_idle: list[_Worker] = []
_left: list[_Worker] = []
_lock = threading.Lock()


def run_within(seconds: float | None, work: Callable[[], T], watch: Callable[[], object] | None = None) -> T:
    """Do some work in another thread and wait for it, but not for ever.

    Args:
        seconds: How long to wait; None to wait till it is done.
        work: What to do. When it is given up it is left to end by itself.
        watch: Called now and then meanwhile; when it raises something, the work is given up.

    Returns:
        What the work returns.

    Raises:
        TimeoutError: Time is up.
        QueryError: Too much that was given up is still running.
    """
    job = _Job(work)
    worker = _take()
    worker.jobs.put(job)  # type: ignore[arg-type]  # a queue of any jobs takes this one
    try:
        _await(job.done, seconds, watch)
    except BaseException:
        with _lock:
            _left.append(worker)
        worker.jobs.put(None)
        raise
    with _lock:
        _idle.append(worker)
    if job.error is not None:
        raise job.error
    return job.results[0]


def watch_memory(most: int) -> Callable[[], None]:
    """Return what raises when this process takes so many bytes more than now; nothing where that cannot be seen.

    Args:
        most: The bytes.
    """
    start = _memory()

    def watch() -> None:
        if _memory() - start > most:
            raise QueryTooLargeError(most, "bytes")

    return watch


def _memory() -> int:
    """Return the bytes of memory this process has in use, or 0 where that cannot be told."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - looked at ten times a second
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _await(done: threading.Lock, seconds: float | None, watch: Callable[[], object] | None) -> None:
    if watch is None:
        if not done.acquire(timeout=-1 if seconds is None else min(seconds, threading.TIMEOUT_MAX)):
            raise TimeoutError
        return
    deadline = None if seconds is None else monotonic() + seconds
    while not done.acquire(timeout=_GLANCE if deadline is None else max(0.0, min(_GLANCE, deadline - monotonic()))):
        watch()
        if deadline is not None and monotonic() >= deadline:
            raise TimeoutError


def _take() -> _Worker:
    with _lock:
        _left[:] = [worker for worker in _left if worker.thread.is_alive()]
        if len(_left) >= MOST_LEFT:
            raise QueryError(
                f"{MOST_LEFT} queries that were given up are still running; wait, or run queries with isolated=True"
            )
        while _idle:
            worker = _idle.pop()
            if worker.thread.is_alive():  # after a fork, threads are gone
                return worker
    return _Worker()
