"""A real PostgreSQL of our own, started beside the house and stopped with it."""

from deploy.postgres.cluster import Cluster

__all__ = ["Cluster"]
