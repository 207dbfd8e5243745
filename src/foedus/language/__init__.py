"""Names, numbers, units, hedges and dates as people write them; used to read and to print."""
