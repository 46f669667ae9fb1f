"""Aid grants from dossier to disbursement."""
