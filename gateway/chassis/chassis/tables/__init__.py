"""Tables that people keep in spreadsheets: read with every doubt reported, written to open."""
