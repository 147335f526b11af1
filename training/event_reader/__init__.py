"""How the reader of events was made: passages with marks, training and export."""
