"""What a search of a mean pattern costs on 100,000 rows, printed beside the bar; `make bench`."""
