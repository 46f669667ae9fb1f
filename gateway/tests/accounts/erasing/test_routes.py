"""Whoever signed in can be forgotten; what they did stays, signed with a mark."""

import asyncpg
