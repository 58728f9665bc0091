"""The extractor's version: what a store writes beside every article, so that it knows which ones to read again."""

from __future__ import annotations

#: one more with every change to packs, tables or code after which an article may say something else
VERSION = 2
