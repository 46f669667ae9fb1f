"""What an administrator does about an account's way in: a new link, its sessions, its codes."""
