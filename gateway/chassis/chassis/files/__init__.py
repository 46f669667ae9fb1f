"""Files that people hand in: checked by content, kept by hash, served so that nothing runs."""
