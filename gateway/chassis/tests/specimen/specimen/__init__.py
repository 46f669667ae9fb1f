"""The smallest service that uses the whole chassis: it keeps things. Only tests know it."""
