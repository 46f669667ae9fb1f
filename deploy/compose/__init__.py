"""The house in containers: compose.yaml beside this folder, roles and secrets inside it."""
