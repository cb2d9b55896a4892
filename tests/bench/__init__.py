"""What a tick and a frame cost, by headcount and beside others. Not part of the test suite; see docs/performance.md."""

HEADCOUNTS = (300, 1_000, 10_000, 30_000, 100_000)
