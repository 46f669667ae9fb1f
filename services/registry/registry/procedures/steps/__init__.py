"""The steps of a procedure: one verb each, with who recorded it, its document and its article."""
