"""The steps of a dossier: submit, withdraw, return, appraise, approve, reject."""
