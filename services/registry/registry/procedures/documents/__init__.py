"""The files of a dossier, kept by content and served so that nothing runs."""
