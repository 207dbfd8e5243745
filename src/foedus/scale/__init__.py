"""Many pages: one function over a batch of them, run by processes on one machine and by Spark beyond it."""
