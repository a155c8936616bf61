"""Waiting for work that cannot be interrupted, and giving it up when time is up."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Generic, TypeVar

from sobkb.errors import QueryError

T = TypeVar("T")

MOST_LEFT = 3
"""Pieces of work that were given up and may still be running before no more is taken."""


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
        self.thread.start()

    def _work(self) -> None:
        while (job := self.jobs.get()) is not None:
            job.run()
            del job


_idle: list[_Worker] = []
_left: list[_Worker] = []
_lock = threading.Lock()


def run_within(seconds: float, work: Callable[[], T]) -> T:
    """Do some work in another thread and wait for it, but not for ever.

    Args:
        seconds: How long to wait.
        work: What to do. When time is up it is left to end by itself.

    Returns:
        What the work returns.

    Raises:
        TimeoutError: Time is up.
        QueryError: Too much that was given up is still running.
    """
    job = _Job(work)
    worker = _take()
    worker.jobs.put(job)  # type: ignore[arg-type]  # a queue of any jobs takes this one
    if not job.done.acquire(timeout=min(seconds, threading.TIMEOUT_MAX)):
        with _lock:
            _left.append(worker)
        worker.jobs.put(None)
        raise TimeoutError
    with _lock:
        _idle.append(worker)
    if job.error is not None:
        raise job.error
    return job.results[0]


def _take() -> _Worker:
    with _lock:
        _left[:] = [worker for worker in _left if worker.thread.is_alive()]
        if len(_left) >= MOST_LEFT:
            raise QueryError(f"{MOST_LEFT} queries that were given up are still running; wait, or start anew")
        while _idle:
            worker = _idle.pop()
            if worker.thread.is_alive():  # after a fork, threads are gone
                return worker
    return _Worker()
