"""The rules and the words of the trade. Pure: no I/O, no clock; "now" is always an argument."""
