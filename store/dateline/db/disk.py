"""What the file system says about a store: who may read it, how much room there is, whether its journal has grown."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

from dateline.db.finding import Finding

MB = 1_000_000
ROOM = 100 * MB  # bytes that should be free beside a store
JOURNAL = 64 * MB  # bytes; SQLite empties a journal that nobody reads at 4 MB


def disk(path: str) -> Iterator[Finding]:
    """Findings about the file of a store, its folder and its disk."""
    yield _private(path)
    yield _writable(path)
    yield _journal(path)
    yield _room(path)


def _private(path: str) -> Finding:
    folder = os.path.dirname(os.path.abspath(path))
    file_mode, folder_mode = os.stat(path).st_mode, os.stat(folder).st_mode
    if file_mode & (stat.S_IRWXG | stat.S_IRWXO):
        says = f"others on this machine may read or write the store (mode {stat.S_IMODE(file_mode):03o})"
        return Finding("private", "look", says, f"chmod 600 '{path}'")
    if folder_mode & (stat.S_IWGRP | stat.S_IWOTH) and not folder_mode & stat.S_ISVTX:
        says = f"others may put files into the store's folder (mode {stat.S_IMODE(folder_mode):03o})"
        return Finding("private", "look", says, f"chmod go-w '{folder}'")
    return Finding("private", "ok", "only you read and write the store")


def _writable(path: str) -> Finding:
    folder = os.path.dirname(os.path.abspath(path))
    if os.access(path, os.W_OK) and os.access(folder, os.W_OK):
        return Finding("writable", "ok", "the store can be written")
    what = path if not os.access(path, os.W_OK) else folder
    return Finding("writable", "look", f"{what} is read-only: nothing can be added or decided", f"chmod u+w '{what}'")


def _journal(path: str) -> Finding:
    size = os.path.getsize(f"{path}-wal") if os.path.exists(f"{path}-wal") else 0
    if size <= JOURNAL:
        return Finding("journal", "ok", f"{size / MB:.1f} MB of changes wait beside the store")
    says = f"{size / MB:.0f} MB of changes wait beside the store, which slows reading"
    return Finding("journal", "look", says, "close every dateline; the last one to close writes them into the store")


def _room(path: str) -> Finding:
    there = os.statvfs(os.path.dirname(os.path.abspath(path)))
    free, wanted = there.f_bavail * there.f_frsize, max(ROOM, os.path.getsize(path) // 4)
    if free >= wanted:
        return Finding("room", "ok", f"{free // MB} MB are free beside the store")
    return Finding("room", "look", f"only {free // MB} MB are free beside the store", "make room on that disk")
